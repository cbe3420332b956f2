using System.Runtime.InteropServices;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Quality;

/// <summary>All rules over many courses, counted one course at a time: only the hits of the rule that is looked at are kept.</summary>
/// <param name="windows">The windows of the network.</param>
/// <param name="today">The day the rules are asked on.</param>
/// <param name="rule">The rule that is looked at; null for none.</param>
public sealed class Checkup(IReadOnlyList<FollowUpWindow> windows, DateOnly today, string? rule)
{
    private const int MostFixes = 3;
    private readonly Dictionary<string, RuleCount> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<MeasurementPoint, PointQuality> _points = windows.Select(w => w.Point).Order().ToDictionary(p => p, p => new PointQuality(p, default, 0, 0, 0, 0, 0));
    private readonly RegisterTally _tally = new();
    private readonly List<Hit> _hits = [];

    /// <summary>How many courses were checked.</summary>
    public int Courses { get; private set; }

    /// <summary>How many warnings somebody let stand.</summary>
    public int Overruled { get; private set; }

    /// <summary>What the rule that is looked at found and nobody let stand.</summary>
    public IReadOnlyList<Hit> Hits => _hits;

    /// <summary>Each rule that found something: how often, and the first as an example.</summary>
    public IReadOnlyList<(string Rule, RuleCount Count)> Rules => [.. _rules.Select(r => (r.Key, r.Value)).OrderByDescending(r => r.Value.Severity).ThenByDescending(r => r.Value.Hits)];

    /// <summary>What only all courses together show, such as copied values.</summary>
    public IReadOnlyList<RuleFinding> Across => [.. _tally.Findings().Where(f => f.Rule is not RegisterRules.TooIncomplete)];

    /// <summary>Completeness, point by point.</summary>
    public IReadOnlyList<PointQuality> Points => [.. _points.Values.Select(p => p with { Counts = _tally.At(p.Point) })];

    /// <summary>The three things that help most, the best first.</summary>
    public IReadOnlyList<Fix> Fixes =>
    [
        .. Points.Where(p => p.StillOpen > 0).Select(p => new Fix(p.Point, null, p.StillOpen, p.Needed, p.StillOpen * (p.Needed > 0 ? 3 : 1)))
            .Concat(_rules.Select(r => new Fix(null, r.Key, r.Value.Courses, 0, r.Value.Courses * (r.Value.Severity is RuleSeverity.Error ? 2 : 1))))
            .OrderByDescending(f => f.Weight).Take(MostFixes),
    ];

    /// <summary>How many hits of a severity the rules have in all.</summary>
    public int Count(RuleSeverity severity) => _rules.Values.Where(r => r.Severity == severity).Sum(r => r.Hits);

    /// <summary>An example of what a rule found; null when it found nothing.</summary>
    public RuleFinding? Example(string of) => _rules.GetValueOrDefault(of)?.Example;

    internal void Add(CaseFile file, IEnumerable<CaseOverruleRow> overrules)
    {
        var course = file.Values(today);
        Courses++;
        _tally.Add(course, point => file.Measurements.Find(m => m.Point == point)?.ChangedBy);
        foreach (var window in course.Windows)
        {
            var status = course.Registered(window.Point);
            ref var point = ref CollectionsMarshal.GetValueRefOrNullRef(_points, window.Point);
            point = point.With(status, window.State(status, course.Ended, course.EndReason, course.KnownDead, today));
        }

        string? last = null;
        foreach (var finding in CaseRules.Check(course).OrderBy(f => f.Rule, StringComparer.Ordinal))
        {
            if (CaseReview.OverruleOf(overrules, finding, course.Fields) is not null)
            {
                Overruled++;
                continue;
            }

            var count = _rules.TryGetValue(finding.Rule, out var known) ? known : _rules[finding.Rule] = new RuleCount(finding);
            count.Hits++;
            count.Courses += string.Equals(last, finding.Rule, StringComparison.Ordinal) ? 0 : 1;
            last = finding.Rule;
            if (string.Equals(finding.Rule, rule, StringComparison.Ordinal))
            {
                _hits.Add(new Hit(file.Row.Id, file.Row.Pseudonym, finding));
            }
        }
    }
}
