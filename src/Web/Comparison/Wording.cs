using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Measures;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>How figures are written; what stands where there is none is in <see cref="Signs"/>.</summary>
internal static class Wording
{
    /// <summary>"+2,7 (2,2–3,2)".</summary>
    public static string Change(this Texts t, PairedChange change) => change.Ci95 is { } limits
        ? $"{t.WithSign(change.Mean ?? 0, 1)} ({t.Limits(limits, 1)})"
        : t.WithSign(change.Mean ?? 0, 1);

    /// <summary>An interval; where everybody has the same value there is no uncertainty to tell, and that is said.</summary>
    public static string Limits(this Texts t, Interval limits, int decimals) => limits.Low.Equals(limits.High) ? t["comparison.all-equal"] : t.Range(limits.Low, limits.High, decimals);

    /// <summary>"48 % (35–61)".</summary>
    public static string Share(this Texts t, Proportion share) => share.Wilson() is var limits
        ? $"{t.Percent(share.Value)} ({t.Number(limits.Low * 100, 0)}–{t.Number(limits.High * 100, 0)})"
        : string.Empty;

    public static string Count(this Texts t, Released<int> count) => count.IsShown ? t.Number(count.Value) : Sign(count.Reason);

    /// <summary>What ":" means where some are hidden, each reason once; null where none is.</summary>
    public static string? Hidden(this Texts t, IEnumerable<Suppression?> reasons) =>
        reasons.OfType<Suppression>().Distinct().Order().ToList() is { Count: > 0 } all ? string.Join(' ', new[]
        {
            all.Where(r => r is not Suppression.Nobody).Select(r => t.Why(r)).ToList() is { Count: > 0 } why ? t["comparison.hidden", string.Join(' ', why)] : null,
            all.Contains(Suppression.Nobody) ? t["comparison.nobody-sign"] : null,
        }.OfType<string>()) : null;

    /// <summary>Why the network's courses are not told: there are none yet, or they are hidden.</summary>
    public static string Hidden(this Results results, Texts t) =>
        results.Cases.Count == 0 ? t["comparison.summary.nobody"] : t["comparison.hidden", t.Why(results.Started.Reason ?? default)];

    /// <summary>How many should have been measured at some points, are measured, and are not yet due: of the viewer's own, or of the network as far as it may be told.</summary>
    public static string Maturity(this Results results, IEnumerable<MeasurementPoint> points, bool isNetwork, Texts t) => string.Join(' ', points.Distinct().Order().Select(point =>
    {
        if (!isNetwork && results.OwnMeasured(point) is { } own)
        {
            return t["comparison.maturity", t.Point(point), own[0] + own[1], own[0], own[2]];
        }

        var network = results.Measured(point);
        return network[0].IsShown || network[2].IsShown
            ? t["comparison.maturity", t.Point(point), network[0].IsShown && network[1].IsShown ? t.Number(network[0].Value + network[1].Value) : Signs.Suppressed, t.Count(network[0]), t.Count(network[2])]
            : t["comparison.maturity.hidden", t.Point(point)];
    }));

    /// <summary>Why a change is not shown, in a few words or as a sign.</summary>
    public static string Gap(this Texts t, PointChange change, Results results, MeasurementPoint point) => change.Gap switch
    {
        Comparison.Gap.Few => t["comparison.few", change.Persons ?? 0],
        Comparison.Gap.Incomplete => results.Incomplete(point, t),
        _ => Sign(change),
    };

    /// <summary>Why a change is not shown, as a sentence.</summary>
    public static string Why(this Texts t, PointChange change, Results results, Outcome outcome, MeasurementPoint point) => change.Gap switch
    {
        Comparison.Gap.Few => t.Count("comparison.change.few", change.Persons ?? 0, t.Outcome(outcome), t.Point(point)),
        Comparison.Gap.Incomplete => t["comparison.change.incomplete", t.Outcome(outcome), t.Point(point), results.Incomplete(point, t)],
        Comparison.Gap.Hidden => t["comparison.hidden", t.Why(change.Reason ?? default)],
        _ => t["comparison.not-yet"],
    };

    /// <summary>What stands in a cell without a figure.</summary>
    public static string Sign(Suppression? reason) => reason is Suppression.Nobody ? Signs.NotReported : Signs.Suppressed;

    /// <summary>What stands in a cell without a change.</summary>
    public static string Sign(PointChange change) => change.Gap is Comparison.Gap.Hidden ? Signs.Suppressed : Signs.NotReported;

    /// <summary>"too incomplete: 12 of 30"; without the numbers where they are not the viewer's own.</summary>
    public static string Incomplete(this Results results, MeasurementPoint point, Texts t) => results.OwnMeasured(point) is { } counts && counts[0] + counts[1] > 0
        ? t["comparison.incomplete", counts[0], counts[0] + counts[1]]
        : t["comparison.incomplete-others"];

    /// <summary>Why a table of the network has signs for figures: what is hidden, and the points where too little is measured; null when it has none.</summary>
    public static string? WhySigns(this Texts t, IEnumerable<(MeasurementPoint Point, PointChange Change)> lines)
    {
        var all = lines.ToList();
        var incomplete = all.Where(l => l.Change.Gap is Comparison.Gap.Incomplete).Select(l => l.Point).Distinct().Order().Select(p => t.Point(p)).ToList();
        string?[] reasons =
        [
            t.Hidden(all.Select(l => l.Change.Reason)),
            incomplete.Count == 0 ? null : t["comparison.network-incomplete", t.List(incomplete)],
            all.Exists(l => l.Change.Gap is Comparison.Gap.NotYet) ? t["comparison.not-yet-sign"] : null,
        ];
        return reasons.Any(r => r is not null) ? string.Join(' ', reasons.OfType<string>()) : null;
    }

    /// <summary>The cells of a change: persons, before, after, change and its interval.</summary>
    public static IEnumerable<string> Cells(this Texts t, PointChange change) =>
    [
        change.Persons is { } persons ? t.Number(persons) : Sign(change),
        .. change.Figure is { } shown
            ? [t.Number(shown.MeanBefore ?? 0, 1), t.Number(shown.MeanAfter ?? 0, 1), t.WithSign(shown.Mean ?? 0, 1), shown.Ci95 is { } limits ? t.Limits(limits, 1) : Signs.NotReported]
            : Enumerable.Repeat(Sign(change), 4),
    ];

    /// <summary>The columns of <see cref="Cells"/> after a first one with words.</summary>
    public static IReadOnlyList<TableColumn> Columns(this Texts t, string first) =>
    [
        Words(first), Figures(t["comparison.change.n"]), Figures(t["comparison.change.before"]), Figures(t["comparison.change.after"]), Figures(t["comparison.change.change"]), Figures(t["comparison.change.interval"]),
    ];

    /// <summary>An axis of numbers from zero, whole ones without decimals.</summary>
    public static Axis FromZero(this Texts t, IEnumerable<double> values) => Axis.Around(values, t.Tick, includeZero: true);

    /// <summary>An axis of changes around zero, with their sign.</summary>
    public static Axis AroundZero(this Texts t, IEnumerable<double> values) => Axis.Around(values, v => t.WithSign(v, v == Math.Round(v) ? 0 : 1), includeZero: true);

    /// <summary>A number on an axis, whole ones without decimals.</summary>
    public static string Tick(this Texts t, double value) => t.Number(value, value == Math.Round(value) ? 0 : 1);

    public static string Outcome(this Texts t, Outcome outcome) => t[$"comparison.outcome.{outcome}"];

    public static string Point(this Texts t, MeasurementPoint point) => t[$"comparison.point.{point}"];

    public static string Why(this Texts t, Suppression reason) => t[$"comparison.why.{reason}"];

    public static TableRow Row(params string[] cells) => new(cells);

    public static TableColumn Words(string text) => new(text);

    public static TableColumn Figures(string text) => new(text, IsNumber: true);
}
