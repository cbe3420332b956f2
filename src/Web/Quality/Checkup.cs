using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Quality;

/// <summary>All rules over many courses.</summary>
/// <param name="Courses">How many were checked.</param>
/// <param name="Hits">What the rules found and nobody let stand, errors first.</param>
/// <param name="Overruled">How many warnings somebody let stand.</param>
/// <param name="Across">What only all courses together show, such as copied values.</param>
/// <param name="Points">Completeness, point by point.</param>
/// <param name="Fixes">The three things that help most, the best first.</param>
public sealed record Checkup(int Courses, IReadOnlyList<Hit> Hits, int Overruled, IReadOnlyList<RuleFinding> Across, IReadOnlyList<PointQuality> Points, IReadOnlyList<Fix> Fixes)
{
    private const int MostFixes = 3;

    /// <summary>Each rule that found something: how often, and the first as an example.</summary>
    public IReadOnlyList<(string Rule, RuleSeverity Severity, int Count, Hit Example)> Rules =>
        [.. Hits.GroupBy(h => h.Finding.Rule, StringComparer.Ordinal).Select(g => (g.Key, g.First().Finding.Severity, g.Count(), g.First())).OrderByDescending(r => r.Severity).ThenByDescending(r => r.Item3)];

    internal static Checkup Of(IReadOnlyList<CaseFile> files, ILookup<Guid, CaseOverruleRow> overrules, IReadOnlyList<FollowUpWindow> windows, DateOnly today)
    {
        var courses = files.Select(f => (f.Row, Values: new CaseValues(f.Stored, start => [.. windows.Select(w => w.In(start))], today))).ToList();
        var all = courses.SelectMany(c => CaseRules.Check(c.Values).Select(finding => (
            Hit: new Hit(c.Row.Id, c.Row.Pseudonym, finding), Stands: CaseReview.OverruleOf(overrules[c.Row.Id], finding, c.Values.Fields) is not null))).ToList();
        List<Hit> hits = [.. all.Where(a => !a.Stands).Select(a => a.Hit).OrderByDescending(h => h.Finding.Severity)];
        IReadOnlyList<PointQuality> points = [.. windows.Select(w => w.Point).Order().Select(p => PointOf(p, courses.ConvertAll(c => c.Values)))];
        var across = RegisterRules.Check(courses.ConvertAll(c => c.Values)).Where(f => f.Rule is not RegisterRules.TooIncomplete);
        return new Checkup(courses.Count, hits, all.Count(a => a.Stands), [.. across], points, Best(hits, points));
    }

    private static PointQuality PointOf(MeasurementPoint point, List<CaseValues> courses)
    {
        var states = courses.SelectMany(c => c.Windows.Where(w => w.Point == point).Select(w => (Status: c.Status(point), State: w.State(c.Status(point), c.Ended, c.EndReason, c.Today)))).ToList();
        return new PointQuality(
            point,
            RegisterRules.CompletenessAt(courses, point),
            states.Count(s => s.Status is MeasurementStatus.Declined),
            states.Count(s => s.Status is MeasurementStatus.Unable),
            states.Count(s => s.Status is MeasurementStatus.Missed),
            states.Count(s => s.State is PointState.Overdue),
            states.Count(s => s is { Status: null, State: PointState.Missing }));
    }

    private static IReadOnlyList<Fix> Best(List<Hit> hits, IReadOnlyList<PointQuality> points)
    {
        var measure = points.Where(p => p.StillOpen > 0).Select(p => new Fix(p.Point, null, p.StillOpen, p.Needed, p.StillOpen * (p.Needed > 0 ? 3 : 1)));
        var correct = hits.GroupBy(h => h.Finding.Rule, StringComparer.Ordinal).Select(g =>
        {
            var courses = g.Select(h => h.Course).Distinct().Count();
            return new Fix(null, g.Key, courses, 0, courses * (g.First().Finding.Severity is RuleSeverity.Error ? 2 : 1));
        });
        return [.. measure.Concat(correct).OrderByDescending(f => f.Weight).Take(MostFixes)];
    }
}
