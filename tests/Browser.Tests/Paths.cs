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
        var course = await site.Database(db => db.Cases.Where(c => c.EndedOn != null).OrderBy(c => c.StartedOn).Select(c => c.Id).FirstAsync(), "9901");
        var m = $"/m/9901/{site.CasesNetwork}";
        var f = $"/m/9901/{site.FiguresNetwork}";
        return
        [
            "/m/9901", "/m/9901/people", "/m/9901/log", "/m/9901/reads", "/account", $"{m}/assignments", $"{m}/assignments/1", $"{m}/shared",
            $"{m}/follow-ups", $"{m}/retention", $"{m}/cases/{course}/delete", $"{m}/quality", $"{m}/cases", $"{m}/import", $"{m}/export", $"{m}/cases/new", $"{m}/cases/{course}", $"{m}/cases/{course}/quality", $"{m}/cases/{course}/measurements/weeks10/goals",
            $"{m}/cases/{course}/measurements/weeks10/sppb", $"{m}/cases/{course}/measurements/weeks10/hours", $"{m}/cases/{course}/grants", $"{m}/cases/{course}/grants/new",
            $"{m}/cases/{course}/work", $"{m}/cases/{course}/setting", $"{m}/cases/{course}/history", $"{m}/instruments",
            $"{m}/results", $"{m}/report", $"{m}/plan", $"{f}/deliveries", $"{f}/results", $"{f}/plan",
        ];
    }
}
