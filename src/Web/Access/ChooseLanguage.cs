using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Choosing a language: kept in a cookie and, signed in, on the person.</summary>
public static class ChooseLanguage
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/language/{tag}", Choose).ForEveryone();

    private static async Task<Results<RedirectHttpResult, NotFound>> Choose(
        string tag, string? back, HttpContext http, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (Texts.Parse(tag) is not { } language)
        {
            return TypedResults.NotFound();
        }

        http.Response.Cookies.Append(Speech.CookieName, Texts.TagOf(language), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Expires = clock.GetUtcNow().AddYears(1),
        });
        await db.Persons.Where(p => p.Id == visitor.PersonId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, Texts.TagOf(language)), ct);
        return TypedResults.Redirect(back is ['/', not '/' and not '\\', ..] ? back : "/");
    }
}
