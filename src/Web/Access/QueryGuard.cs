using Mestring.Core.Disclosure;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Access;

/// <summary>
/// Refuses every address with a national identity number among its search terms and filters, before anything reads it. The answer leads on
/// to an address without it, so that the number stays neither in the address bar nor in the browser's list of pages.
/// </summary>
internal sealed class QueryGuard(RequestDelegate next)
{
    private const string Refused = "/identity-number";

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet(Refused, Explain).ForEveryone();

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Query.SelectMany(each => each.Value.Append(each.Key)).Any(text => text is not null && NationalIdentityNumber.IsIn(text)))
        {
            return next(http);
        }

        http.Response.Redirect(Refused);
        return Task.CompletedTask;
    }

    private static RazorComponentResult Explain(Texts texts) => NoticePage.Show(new Notice(texts["access.identity-number.title"], texts["access.identity-number.text"]));
}
