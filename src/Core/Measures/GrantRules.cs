using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>Rules about decisions.</summary>
internal static class GrantRules
{
    /// <summary>A decision that begins so soon after the start was most likely meant to hold there.</summary>
    private const int DaysNearStart = 14;

    private static readonly string[] Services = [.. GrantedServices.Headline, .. GrantedServices.Others];

    public static IReadOnlyList<CaseRule> All { get; } =
    [
        CaseRules.Error("grant-incomplete", Each((c, id) => CaseRules.When(c.Grant(id) is null, $"grant.{id}.from"))),
        CaseRules.Error("grant-service", Each((c, id) => CaseRules.When(
            c.Text($"grant.{id}.service") is { } service && !GrantedServices.Headline.Contains(service, StringComparer.Ordinal) && !GrantedServices.Others.Contains(service, StringComparer.Ordinal),
            $"grant.{id}.service",
            c.Text($"grant.{id}.service")))),
        CaseRules.Error("grant-hours", Each((c, id) => CaseRules.When(c.Grant(id) is { } grant && grant.HoursPerWeek is < 0 or > GrantedServices.MaxHours, $"grant.{id}.amount", c.Grant(id)?.HoursPerWeek, GrantedServices.MaxHours))),
        CaseRules.Error("grant-order", Each((c, id) => CaseRules.When(c.Grant(id) is { } grant && grant.To < grant.From, $"grant.{id}.to", c.Grant(id)?.From, c.Grant(id)?.To))),
        CaseRules.Error("grant-overlap", Overlap),
        CaseRules.Warning("grant-many-hours", ManyHours),
        CaseRules.Warning("grant-after-start", AfterStart),
        CaseRules.Warning("grant-ran-out", RanOut),
        CaseRules.Warning("grant-estimate", Each((c, id) => CaseRules.When(c.Grant(id) is { IsEstimate: true } && c.Text("new-user") is not "yes", $"grant.{id}.estimate"))),
    ];

    private static Func<CaseValues, IReadOnlyList<(string, string[])>> Each(Func<CaseValues, string, IReadOnlyList<(string, string[])>> find) =>
        course => CaseRules.Each(course.Grants, course, find);

    private static IReadOnlyList<(string, string[])> Overlap(CaseValues course) => course.Grants.Count < 2 ? [] : [.. Overlaps(course)];

    private static IEnumerable<(string, string[])> Overlaps(CaseValues course)
    {
        List<(string Id, Grant Grant)> grants = [.. course.Grants.Where(id => course.Grant(id) is not null).Select(id => (id, course.Grant(id)!.Value)).OrderBy(g => g.Value.From)];
        for (var later = 1; later < grants.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (grants[earlier].Grant.Overlaps(grants[later].Grant))
                {
                    yield return ($"grant.{grants[later].Id}.from", [grants[later].Grant.Service, Day(grants[earlier].Grant.From), Day(grants[later].Grant.From)]);
                    break;
                }
            }
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Hours that were written for the start but hold from a day after it say nothing of the start.</summary>
    private static IReadOnlyList<(string, string[])> AfterStart(CaseValues course)
    {
        var estimates = course.Text("new-user") is "yes";
        return course.Started is { } started
            && course.Grants.Where(id => course.Grant(id) is { } grant && grant.IsEstimate == estimates && GrantedServices.IsHeadline(grant.Service)).OrderBy(id => course.Grant(id)!.Value.From).FirstOrDefault() is { } first
            && course.Grant(first)!.Value.From is var from
            ? CaseRules.When(from.DayNumber - started.DayNumber is > 0 and <= DaysNearStart, $"grant.{first}.from", from, started)
            : [];
    }

    private static IReadOnlyList<(string, string[])> RanOut(CaseValues course)
    {
        List<(string Id, Grant Grant)> grants = [.. course.Grants.Where(id => course.Grant(id) is not null).Select(id => (id, course.Grant(id)!.Value))];
        return GrantSteps.RanOut(grants.Select(g => g.Grant), GrantedServices.Headline) is { } day && day <= course.Today
            && !FreedHours.NeedsNone(course.EndReason, course.Code<Setting>("setting"), course.Code<Setting>("setting-91-days"), course.Code<Setting>("setting-12-months"))
                ? CaseRules.When(true, $"grant.{grants.First(g => g.Grant.To == day.AddDays(-1) && !g.Grant.IsEstimate && GrantedServices.IsHeadline(g.Grant.Service)).Id}.to", day.AddDays(-1))
                : [];
    }

    private static IReadOnlyList<(string, string[])> ManyHours(CaseValues course)
    {
        List<Grant> grants = [.. course.Grants.Select(course.Grant).OfType<Grant>()];
        if (grants.Sum(g => Math.Max(0, g.HoursPerWeek)) <= GrantedServices.UnusualHours)
        {
            return [];
        }

        foreach (var step in GrantSteps.Steps(grants, Services).Where(s => s.HoursPerWeek > GrantedServices.UnusualHours).Take(1))
        {
            return CaseRules.When(true, $"grant.{course.Grants.First(id => course.Grant(id) is { } grant && grant.Holds(step.From))}.amount", step.HoursPerWeek, step.From, GrantedServices.UnusualHours);
        }

        return [];
    }
}
