namespace Mestring.Core.Measures;

/// <summary>Rules about decisions.</summary>
internal static class GrantRules
{
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
        CaseRules.Warning("grant-estimate", Each((c, id) => CaseRules.When(c.Grant(id) is { IsEstimate: true } && c.Text("new-user") is not "yes", $"grant.{id}.estimate"))),
    ];

    private static Func<CaseValues, IEnumerable<(string, string[])>> Each(Func<CaseValues, string, IEnumerable<(string, string[])>> find) =>
        course => course.Grants.SelectMany(id => find(course, id));

    private static IEnumerable<(string, string[])> Overlap(CaseValues course)
    {
        List<(string Id, Grant Grant)> grants = [.. course.Grants.Where(id => course.Grant(id) is not null).Select(id => (id, course.Grant(id)!.Value))];
        for (var later = 1; later < grants.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (grants[earlier].Grant.Overlaps(grants[later].Grant))
                {
                    yield return ($"grant.{grants[later].Id}.from", [grants[later].Grant.Service]);
                    break;
                }
            }
        }
    }

    private static IEnumerable<(string, string[])> ManyHours(CaseValues course)
    {
        List<Grant> grants = [.. course.Grants.Select(course.Grant).OfType<Grant>()];
        string[] all = [.. GrantedServices.Headline, .. GrantedServices.Others];
        foreach (var step in GrantSteps.Steps(grants, all).Where(s => s.HoursPerWeek > GrantedServices.UnusualHours).Take(1))
        {
            return CaseRules.When(true, $"grant.{course.Grants.First(id => course.Grant(id) is { } grant && grant.Holds(step.From))}.amount", step.HoursPerWeek, step.From, GrantedServices.UnusualHours);
        }

        return [];
    }
}
