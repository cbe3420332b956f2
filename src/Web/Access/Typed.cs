using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Access;

/// <summary>
/// Shows again what somebody had typed when the session had run out or the form belonged to another sign-in, with a token of its own, so that
/// it can be sent after all. The address it was meant for judges it as if it came from its own page.
/// </summary>
public static class Typed
{
    private const string Route = "/typed";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForSignedIn();
        app.MapPost($"{Route}/remove", Remove).ForSignedIn();
    }

    internal static string AddressOf(string path) => $"{Route}?of={Uri.EscapeDataString(path)}";

    /// <summary>Where a form was sent.</summary>
    internal static string PathOf(HttpRequest request) => $"{request.Path}{request.QueryString}";

    /// <summary>What was sent just now, to be sent once more.</summary>
    internal static Task Show(HttpContext http, IFormCollection posted, Texts texts)
    {
        var form = new Form(texts, posted);
        var fields = posted.Keys.Where(f => f is not Form.TokenField).ToDictionary(f => f, f => form.RawAll(f).ToArray(), StringComparer.Ordinal);
        return TypedPage.Show(new View(PathOf(http.Request), fields, IsKept: false, posted.Files.Count > 0), StatusCodes.Status422UnprocessableEntity).ExecuteAsync(http);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult>> Open(string? of, Drafts drafts, Tenant tenant, Visitor visitor, CancellationToken ct) =>
        of is not null && Enter(of, tenant, visitor) && await drafts.Find(of, ct) is { } kept
            ? TypedPage.Show(new View(of, kept.Fields, IsKept: true, HasFiles: false))
            : TypedResults.Redirect("/");

    private static async Task<RedirectHttpResult> Remove(IFormCollection posted, Drafts drafts, Tenant tenant, Visitor visitor, CancellationToken ct)
    {
        var of = posted["of"].ToString();
        if (Enter(of, tenant, visitor))
        {
            await drafts.Remove(of, ct);
        }

        return TypedResults.Redirect("/");
    }

    /// <summary>What was typed about a municipality lies with it, and is shown to who is still in it.</summary>
    private static bool Enter(string path, Tenant tenant, Visitor visitor)
    {
        if (path is not ['/', not ('/' or '\\'), ..])
        {
            return false;
        }

        if (path.Split('/') is not ["", "m", var code, ..])
        {
            return true;
        }

        if (!MunicipalityCode.TryParse(code, null, out var municipality) || !visitor.IsIn(municipality))
        {
            return false;
        }

        tenant.Municipality = municipality;
        return true;
    }

    /// <param name="Address">Where it is sent.</param>
    /// <param name="Fields">What was typed, by field.</param>
    /// <param name="IsKept">Whether it is kept on the server until it is sent or thrown away.</param>
    /// <param name="HasFiles">Whether files were chosen, which have to be chosen again.</param>
    public sealed record View(string Address, IReadOnlyDictionary<string, string[]> Fields, bool IsKept, bool HasFiles)
    {
        /// <summary>What a person recognises: texts, not what the page itself put in the form.</summary>
        public IEnumerable<string> Words => Fields.Where(f => f.Key is not (Form.OnceField or Form.VersionField)).SelectMany(f => f.Value).Where(v => v.Trim().Length > 0 && !Guid.TryParse(v, out _));
    }
}
