using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>Fills in what stands around the page for this visitor.</summary>
internal static class Surroundings
{
    public static void Fill(HttpContext http, Frame frame, Visitor visitor, DemonstrationSettings demonstration, Texts texts)
    {
        frame.Demonstration = demonstration.IsOn;
        frame.Address = HttpMethods.IsGet(http.Request.Method) ? $"{http.Request.Path}{http.Request.QueryString}" : http.Request.Path;
        frame.Person = visitor.IsSignedIn ? visitor.Name : null;
        frame.Menu = [.. Links(http, visitor, texts)];
    }

    private static IEnumerable<MenuLink> Links(HttpContext http, Visitor visitor, Texts texts)
    {
        var path = http.Request.Path;
        yield return new MenuLink(texts["access.menu.networks"], "/", path == "/" || path.StartsWithSegments("/networks", StringComparison.Ordinal));
        if (!visitor.IsSignedIn)
        {
            yield break;
        }

        if (visitor.Has(Role.Leader))
        {
            yield return new MenuLink(texts["access.menu.desk"], "/desk", path.StartsWithSegments("/desk", StringComparison.Ordinal));
        }

        foreach (var municipality in visitor.Municipalities)
        {
            yield return new MenuLink(texts["access.menu.municipality"], $"/m/{municipality}", path.StartsWithSegments($"/m/{municipality}", StringComparison.Ordinal));
        }
    }
}
