using Mestring.Core.Networks;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>Fills in what stands around the page for this visitor.</summary>
internal static class Surroundings
{
    public static void Fill(HttpContext http, Frame frame, Visitor visitor, DemonstrationSettings demonstration, Texts texts)
    {
        frame.Demonstration = demonstration.IsOn;
        frame.Address = HttpMethods.IsGet(http.Request.Method) ? $"{http.Request.Path}{QueryString.Create(http.Request.Query.Where(q => q.Key is not Speech.QueryName))}" : http.Request.Path;
        frame.Person = visitor.IsSignedIn ? visitor.Name : null;
        frame.Menu = [.. Links(http, visitor, texts)];
    }

    /// <summary>Inside a network of a municipality the menu also leads to what that network has there.</summary>
    public static void AddNetworkMenu(HttpContext http, Frame frame, Visitor visitor, Tenant tenant, Texts texts)
    {
        if (tenant.Membership is not { Definition.Programme.Features: var features, HasLeft: var hasLeft })
        {
            return;
        }

        var home = $"/m/{tenant.Municipality}/{http.Request.RouteValues["slug"]}";
        (string Page, bool IsThere)[] pages =
        [
            ("assignments", !hasLeft),
            ("cases", features.RegistersCases && visitor.Is(tenant.Municipality, Rules.CaseWorkers)),
            ("deliveries", features.CollectsDeliveries && !hasLeft),
            ("results", !hasLeft),
            ("plan", features.KeepsDevelopmentPlan && !hasLeft),
        ];
        frame.Menu =
        [
            .. frame.Menu.Select(link => link with { IsHere = false }),
            .. pages.Where(p => p.IsThere).Select(p => new MenuLink(texts[$"access.menu.{p.Page}"], $"{home}/{p.Page}", http.Request.Path.StartsWithSegments($"{home}/{p.Page}", StringComparison.Ordinal))),
        ];
    }

    /// <summary>Says above the page what an ended network, or one the municipality has left, means for the courses; on the screens of one course only when they can no longer be changed.</summary>
    public static void AddNotice(HttpContext http, Frame frame, Tenant tenant, Texts texts)
    {
        if (tenant.Membership is { HasLeft: true })
        {
            frame.Notice = texts[tenant.Membership.Definition.Programme.Features.RegistersCases ? "access.left" : "access.left.figures"];
        }
        else if (tenant is { RegistrationEnds: { } ends, Registration: not Registration.Open } && (tenant.Registration is Registration.Closed || http.Request.RouteValues["id"] is null))
        {
            frame.Notice = texts[$"access.registration.{tenant.Registration}.text", ends];
        }
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

        if (visitor.IsOperator)
        {
            yield return new MenuLink(texts["access.menu.operator"], "/operator", path.StartsWithSegments("/operator", StringComparison.Ordinal));
        }

        foreach (var municipality in visitor.Municipalities)
        {
            yield return new MenuLink(texts["access.menu.municipality"], $"/m/{municipality}", path.StartsWithSegments($"/m/{municipality}", StringComparison.Ordinal));
        }
    }
}
