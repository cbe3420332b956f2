using Mestring.Core.Charts;
using Mestring.Core.Networks;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>A figure month by month, with its median and what the rules of run charts say of it.</summary>
internal static class Monthly
{
    /// <summary>With fewer months the rules say nothing.</summary>
    public const int Fewest = 6;

    private const int MonthsInYear = 12;
    private const double LongestMonth = 31;

    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    public static int Between(DateOnly first, DateOnly last) => ((last.Year - first.Year) * MonthsInYear) + last.Month - first.Month;

    /// <summary>
    /// The months a chart runs over: one's own from the first course on; the network's from its own first day, for the day of the first
    /// course in all of it is a single person's.
    /// </summary>
    public static (DateOnly First, DateOnly Last) Span(Results results, IEnumerable<DateOnly> own) => (
        Of(results.Own is null ? results.Network.Starts() : own.DefaultIfEmpty(results.Today).Min()), Of(results.Today));

    /// <param name="id">On the page.</param>
    /// <param name="key">What is counted, as its texts are named.</param>
    /// <param name="first">The first month.</param>
    /// <param name="values">One a month; a gap is null.</param>
    /// <param name="finished">How many of the first months are over. The rest are shown with a star, and have no part in the median and the rules.</param>
    /// <param name="text">How a value is written.</param>
    public static Core.Charts.RunChart Chart(string id, string key, DateOnly first, IReadOnlyList<double?> values, int finished, Func<double, string> text, NetworkDefinition network, Texts t, params ReadOnlySpan<object?> more)
    {
        var run = Core.Statistics.RunChart.Of(values.Take(finished));
        var points = values.Select((v, i) => (Month: first.AddMonths(i), Value: v, Star: i < finished ? string.Empty : "*")).ToList();
        var median = run.Median is { } middle ? text(middle) : Signs.NotReported;
        return new(
            new ChartText(
                id,
                t[$"comparison.monthly.{key}.title", more],
                t[$"comparison.monthly.{key}.unit", t.Month(first), t.Month(points[^1].Month)],
                t[$"comparison.monthly.{key}.{(run.Signal ? "signal" : "calm")}", median],
                t["comparison.monthly.description"],
                [Wording.Words(t["comparison.monthly.month"]), Wording.Figures(t["comparison.monthly.value"])],
                [.. points.Select(p => Wording.Row($"{t.Month(p.Month)}{p.Star}", p.Value is { } v ? text(v) : Signs.NotReported))],
                finished < points.Count ? $"{t[$"comparison.monthly.{key}.unfinished"]} {t[$"comparison.monthly.{key}.source"]}" : t[$"comparison.monthly.{key}.source"]),
            Axis.Around(values.OfType<double>(), text, includeZero: true),
            [.. points.Select((p, i) => new RunPoint(Short(p.Month, t), p.Value, p.Value is { } v ? text(v) : Signs.NotReported, i == 0 || p.Month.Month == 1 ? $"{p.Month.Year}" : null, p.Star.Length > 0 ? p.Star : null))],
            run.Median,
            t["comparison.monthly.median", median],
            [.. network.Gatherings().Select(g => (At: Place(g, first), g.Gathering.Number)).Where(g => g.At > 0 && g.At < values.Count - 1).Select(g => new RunEvent(g.At, t["comparison.monthly.gathering", g.Number]))]);
    }

    private static double Place(ScheduledGathering gathering, DateOnly first) => Between(first, gathering.Plan.Dates.First) + ((gathering.Plan.Dates.First.Day - 1) / LongestMonth);

    private static string Short(DateOnly month, Texts t) => month.ToString("MMM", t.Culture).TrimEnd('.');
}
