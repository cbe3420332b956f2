using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Measures;
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

    public static string Outcome(this Texts t, Outcome outcome) => t[$"comparison.outcome.{outcome}"];

    public static string Point(this Texts t, MeasurementPoint point) => t[$"comparison.point.{point}"];

    public static string Why(this Texts t, Suppression reason) => t[$"comparison.why.{reason}"];

    public static TableRow Row(params string[] cells) => new(cells);

    public static TableColumn Words(string text) => new(text);

    public static TableColumn Figures(string text) => new(text, IsNumber: true);
}
