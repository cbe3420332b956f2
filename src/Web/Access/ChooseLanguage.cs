using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Access;

/// <summary>Choosing a language: kept in a cookie. The next form the person sends also keeps it on the account, for the mails; an address that is opened writes nothing.</summary>
public static class ChooseLanguage
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/language/{tag}", Choose).ForEveryone();

    private static Results<RedirectHttpResult, NotFound> Choose(string tag, string? back, HttpContext http, SiteAddress site, TimeProvider clock)
    {
        if (Texts.Parse(tag) is not { } language)
        {
            return TypedResults.NotFound();
        }

        http.Response.Cookies.Append(Speech.CookieName, Texts.TagOf(language), new CookieOptions
        {
            HttpOnly = true,
            Secure = site.IsSecure,
            SameSite = SameSiteMode.Lax,
            Expires = clock.GetUtcNow().AddYears(1),
        });
        return TypedResults.Redirect(LocalPath.Of(back));
    }
}
