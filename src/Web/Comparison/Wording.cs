using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>How figures are written. The signs are those of Statistics Norway: <c>:</c> suppressed, <c>..</c> not reported, <c>.</c> not applicable.</summary>
internal static class Wording
{
    public const string Suppressed = ":";

    public const string NotReported = "..";

    public const string NotApplicable = ".";

    /// <summary>"+2,7 (2,2–3,2)".</summary>
    public static string Change(this Texts t, PairedChange change) => change.Ci95 is { } limits
        ? $"{t.WithSign(change.Mean ?? 0, 1)} ({t.Range(limits.Low, limits.High, 1)})"
        : t.WithSign(change.Mean ?? 0, 1);

    /// <summary>"48 % (35–61)".</summary>
    public static string Share(this Texts t, Proportion share) => share.Wilson() is var limits
        ? $"{t.Percent(share.Value)} ({t.Number(limits.Low * 100, 0)}–{t.Number(limits.High * 100, 0)})"
        : string.Empty;

    public static string Count(this Texts t, Released<int> count) => count.IsShown ? t.Number(count.Value) : Suppressed;

    /// <summary>Whether there are enough to show a mean.</summary>
    public static bool IsEnough(PairedChange? change) => change is { Pairs: >= DisclosureRule.FewestForMean };

    /// <summary>Why a figure of the network is not shown: nobody is measured yet, or it is hidden.</summary>
    public static string Hidden<TFrom, T>(this Texts t, NetworkRelease<TFrom, T> network)
        where TFrom : notnull
        where T : notnull => network.Contributors == 0 ? t["comparison.not-yet"] : t["comparison.hidden", t.Why(network.Whole.Reason ?? default)];

    /// <summary>Why the network's courses are not told: there are none yet, or they are hidden.</summary>
    public static string Hidden(this Results results, Texts t) =>
        results.Cases.Count == 0 ? t["comparison.summary.nobody"] : t["comparison.hidden", t.Why(results.Started.Reason ?? default)];

    /// <summary>How mature the figures of the viewer are, point by point; nothing where the network may not tell.</summary>
    public static string? Maturity(this Results results, Texts t)
    {
        var lines = new List<string>();
        foreach (var window in results.FollowUps)
        {
            if ((results.OwnMeasured(window.Point) ?? Known(results.Measured(window.Point))) is { } counts)
            {
                lines.Add(t["comparison.maturity", t.Point(window.Point), counts[0], counts[0] + counts[1], counts[2]]);
            }
        }

        return lines.Count == 0 ? null : string.Join(' ', lines);
    }

    private static int[]? Known(IReadOnlyList<Released<int>> counts) => counts.All(c => c.IsShown) ? [.. counts.Select(c => c.Value)] : null;

    /// <summary>"for lite fullstendig: 12 av 30"; without the numbers where they are not the viewer's own.</summary>
    public static string Incomplete(this Results results, MeasurementPoint point, Texts t) => results.CompletenessAt(point, results.Own) is { Due: > 0 } counts && results.Own is not null
        ? t["comparison.incomplete", counts.Done, counts.Due]
        : t["comparison.incomplete-others"];

    /// <summary>Why a table of the network has colons: what is hidden, and the points where too little is measured; null when it has none.</summary>
    public static string? Colons(this Results results, IEnumerable<(MeasurementPoint Point, NetworkRelease<MunicipalityCode, PairedChange> Network)> lines, Texts t)
    {
        var all = lines.ToList();
        var hidden = all.Select(l => l.Network).FirstOrDefault(n => !n.Whole.IsShown);
        List<string> incomplete = [.. all.Where(l => l.Network.Whole.IsShown && !results.CompletenessAt(l.Point, null).IsEnough).Select(l => l.Point).Distinct().Order().Select(p => t.Point(p))];
        string?[] reasons = [hidden is null ? null : t.Hidden(hidden), incomplete.Count == 0 ? null : t["comparison.network-incomplete", t.List(incomplete)]];
        return reasons.Any(r => r is not null) ? string.Join(' ', reasons.OfType<string>()) : null;
    }

    public static string Outcome(this Texts t, Outcome outcome) => t[$"comparison.outcome.{outcome}"];

    public static string Point(this Texts t, MeasurementPoint point) => t[$"comparison.point.{point}"];

    public static string Why(this Texts t, Suppression reason) => t[$"comparison.why.{reason}"];

    public static TableRow Row(params string[] cells) => new(cells);

    public static TableColumn Words(string text) => new(text);

    public static TableColumn Figures(string text) => new(text, IsNumber: true);
}
