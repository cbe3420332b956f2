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

    public Task InvokeAsync(HttpContext http, Texts texts)
    {
        if (HasNull(http.Request.Path.Value) || http.Request.Query.Any(each => HasNull(each.Key) || each.Value.Any(HasNull)))
        {
            return NoticePage.Show(new Notice(texts["access.address.wrong.title"], texts["access.address.wrong.text"]), StatusCodes.Status400BadRequest).ExecuteAsync(http);
        }

        if (!http.Request.Query.SelectMany(each => each.Value.Append(each.Key)).Any(text => text is not null && NationalIdentityNumber.IsIn(text)))
        {
            return next(http);
        }

        http.Response.Redirect(Refused);
        return Task.CompletedTask;
    }

    /// <summary>A sign that ends texts in other programs, PostgreSQL among them; no page has such an address.</summary>
    private static bool HasNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) ?? false;

    private static RazorComponentResult Explain(Texts texts) => NoticePage.Show(new Notice(texts["access.identity-number.title"], texts["access.identity-number.text"]));
}
