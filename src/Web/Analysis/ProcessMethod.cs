using System.CommandLine;
using System.Globalization;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse spc</c>: charts over time.</summary>
internal static class ProcessMethod
{
    public static Command Create(Func<Stream> input)
    {
        var chart = Method.Choice("--chart", "xmr and run: columns date, value; p: t, events, n; u: t, events, exposure.", "xmr", "p", "u", "run");
        var screen = new Option<bool>("--screen") { Description = "xmr: leave out moving ranges of 3.267 times their mean or more, once." };
        var baseline = Method.Number("--baseline", "xmr: take the limits from the first so many values.", least: 1);
        var rebase = new Option<string[]>("--rebase") { Description = "xmr: start a new phase at this date; may be repeated." };
        return Method.Of(
            input,
            "spc",
            "Statistical process control: tells a change from ordinary variation. An empty value is a gap.",
            "spc monthly.csv --baseline 12 --rebase 2024-03 --json",
            (parsed, table) => parsed.GetValue(chart) switch
            {
                "xmr" => Xmr(table, parsed.GetValue(screen), Whole(parsed.GetValue(baseline)), parsed.GetValue(rebase) ?? []),
                _ when parsed.GetValue(screen) || parsed.GetValue(baseline) is not null || parsed.GetValue(rebase) is { Length: > 0 } =>
                    throw new UsageException("--screen, --baseline and --rebase belong to --chart xmr."),
                "p" => Events(table, "n", EventChart.Shares),
                "u" => Events(table, "exposure", EventChart.Rates),
                _ => Run(table),
            },
            chart,
            screen,
            baseline,
            rebase);
    }

    private static int? Whole(double? count) => count is null ? null
        : count == Math.Floor(count.Value) ? (int)Math.Min(count.Value, int.MaxValue)
        : throw new UsageException("--baseline wants a whole number.");

    private static Answer Xmr(CsvTable table, bool screen, int? baseline, string[] rebase)
    {
        InputColumn date = new(table, "date"), value = new(table, "value");
        string[] dates = [.. table.Rows.Select(date.Text)];
        var chart = ProcessChart.Of([.. table.Rows.Select(value.Number)], rebase.Select(d => Start(dates, d)), baseline, screen);
        return new Answer()
            .List("phases", chart.Phases.Select(p => new Answer()
                .Count("n", p.Count)
                .Number("mean", p.Mean)
                .Number("lower", p.Lower)
                .Number("upper", p.Upper)
                .Number("mean_mr", p.MeanRange)
                .Yes("provisional", p.Provisional)
                .Because(p switch { { Count: 0 } => "n=0", { Count: 1 } => "n=1", { MeanRange: null } => "no moving range", _ => null })))
            .List("points", chart.Points.Select((p, i) => new Answer()
                .Text("date", dates[i])
                .Number("value", p.Value)
                .Count("phase", p.Phase + 1)
                .Yes("outside", p.Signals.HasFlag(ProcessSignals.Outside))
                .Yes("shift", p.Signals.HasFlag(ProcessSignals.Shift))
                .Yes("trend", p.Signals.HasFlag(ProcessSignals.Trend))
                .Yes("two_of_three", p.Signals.HasFlag(ProcessSignals.TwoOfThree))));
    }

    /// <summary>The row of that date, or else the first later one where dates are written so that text order is time order.</summary>
    private static int Start(string[] dates, string date)
    {
        var index = Array.IndexOf(dates, date);
        if (index < 0 && date.Length > 3 && char.IsAsciiDigit(date[0]))
        {
            index = Array.FindIndex(dates, d => d.Length > 3 && char.IsAsciiDigit(d[0]) && string.CompareOrdinal(d, date) > 0);
        }

        return index >= 0 ? index : throw new UsageException($"--rebase {date}: no row has that date or a later one. Write it as in the file.");
    }

    private static Answer Run(CsvTable table)
    {
        InputColumn date = new(table, "date"), value = new(table, "value");
        var chart = RunChart.Of(table.Rows.Select(value.Number));
        return new Answer()
            .Count("n", chart.Count)
            .Number("median", chart.Median)
            .Count("n_useful", chart.Useful)
            .Count("longest_run", chart.LongestRun)
            .Count("longest_run_max", chart.LongestRunMax)
            .Count("crossings", chart.Crossings)
            .Count("crossings_min", chart.CrossingsMin)
            .Yes("signal", chart.Signal)
            .Because(chart switch { { Count: 0 } => "n=0", { Useful: 0 } => "n_useful=0", _ => null })
            .List("points", table.Rows.Select(row => new Answer().Text("date", date.Text(row)).Number("value", value.Number(row))));
    }

    private static Answer Events(CsvTable table, string size, Func<IReadOnlyCollection<EventCount>, EventChart> make)
    {
        InputColumn t = new(table, "t"), events = new(table, "events"), of = new(table, size);
        var periods = table.Rows.Select(row =>
        {
            double? happened = events.WholeOrMissing(row), total = size is "n" ? of.WholeOrMissing(row) : of.Number(row) is { } exposure ? of.Required(row, 0) : null;
            return size is "n" && happened > total
                ? throw events.Refuse(row, $"is more than n {total.Value.ToString(CultureInfo.InvariantCulture)}.", "Events cannot outnumber the group; check both.")
                : new EventCount(happened, total);
        }).ToList();
        var chart = make(periods);
        return new Answer()
            .Number("centre", chart.Centre)
            .List("points", chart.Points.Select((p, i) => new Answer()
                .Text("t", t.Text(table.Rows[i]))
                .Number("value", p.Value)
                .Number("cl", chart.Centre)
                .Number("lcl", p.Limits?.Low)
                .Number("ucl", p.Limits?.High)
                .Yes("outside", p.Outside)
                .Because(p.Value is not null ? null : periods[i] is { Events: not null, Size: 0 } ? "denominator=0" : "no data")));
    }
}
