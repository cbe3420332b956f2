using Microsoft.EntityFrameworkCore;

namespace Mestring.Browser.Tests;

/// <summary>The pages a person opens, as each kind of visitor.</summary>
internal static class Paths
{
    public static IReadOnlyList<string> Public(Site site) =>
    [
        "/", "/networks/hverdagsrehabilitering-2017", "/networks/utviklingshemming-2022", $"/networks/{site.OpenNetwork}", $"/networks/{site.OpenNetwork}/enrol",
        "/sign-in", "/forgotten", "/privacy", "/accessibility", "/nowhere",
    ];

    public static IReadOnlyList<string> Leader(Site site) =>
    [
        "/desk", $"/desk/{site.CasesNetwork}", $"/desk/{site.FiguresNetwork}", $"/desk/{site.OpenNetwork}/edit", $"/desk/{site.CasesNetwork}/enrolments/9901",
        $"/desk/{site.CasesNetwork}/gatherings/1", $"/desk/{site.CasesNetwork}/assignments/1", $"/desk/{site.CasesNetwork}/messages",
        $"/desk/{site.CasesNetwork}/results", $"/desk/{site.FiguresNetwork}/results", $"/desk/{site.CasesNetwork}/report",
    ];

    public static async Task<IReadOnlyList<string>> Municipality(Site site)
    {
        var m = $"/m/9901/{site.CasesNetwork}";
        var f = $"/m/9901/{site.FiguresNetwork}";
        return
        [
            "/m/9901", "/m/9901/people", "/m/9901/log", $"/m/9901/reads?pseudonym={await Pseudonym(site)}", "/account", "/identity-number", $"{m}/assignments", $"{m}/assignments/1", $"{m}/shared",
            $"{m}/follow-ups", $"{m}/follow-ups?show=overdue", $"{m}/follow-ups?show=missed", $"{m}/follow-ups?show=later", $"{m}/retention", $"{m}/quality", $"{m}/import", $"{m}/export",
            .. await Course(site), $"{m}/instruments", $"{m}/prices", $"{m}/intake",
            $"{m}/results", $"{m}/report", $"{m}/plan", $"{f}/deliveries", $"{f}/results", $"{f}/plan",
        ];
    }

    /// <summary>The screens of courses, with what stands in one of the demonstration that has ended.</summary>
    public static async Task<IReadOnlyList<string>> Course(Site site)
    {
        var (course, grant, change) = await site.Database(
            async db =>
            {
                var found = await db.Cases.Where(c => c.Pseudonym.StartsWith("E-") && c.EndedOn != null && db.Grants.Any(g => g.CaseId == c.Id)).OrderBy(c => c.StartedOn).Select(c => c.Id).FirstAsync();
                var subject = Web.Access.Audit.Subject(found);
                return (found, await db.Grants.Where(g => g.CaseId == found).Select(g => g.Key).FirstAsync(), await db.Audit.Where(a => a.Subject == subject && a.After != null).Select(a => (Guid?)a.Id).FirstOrDefaultAsync());
            },
            "9901");
        var cases = $"/m/9901/{site.CasesNetwork}/cases";
        var one = $"{cases}/{course}";
        return
        [
            cases, $"{cases}?show=due", $"{cases}/new", one, $"{one}/edit", $"{one}/goals", $"{one}/end", $"{one}/setting", $"{one}/grants", $"{one}/grants/new", $"{one}/grants/{grant}", $"{one}/work",
            $"{one}/history", .. change is null ? Array.Empty<string>() : [$"{one}/history/{change}"], $"{one}/quality", $"{one}/delete",
            .. new[] { "status", "goals", "sppb", "sppb?by=points", "service", "hours", "summary" }.Select(part => $"{one}/measurements/weeks10/{part}"),
        ];
    }

    private static Task<string> Pseudonym(Site site) => site.Database(db => db.Cases.OrderBy(c => c.Pseudonym).Select(c => c.Pseudonym).FirstAsync(), "9901");
}
