using Mestring.Core.Statistics;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>The monthly mean change of one municipality and instrument as a process chart and a run chart.</summary>
internal static class SeriesTable
{
    public const string Header =
        "municipality,instrument,n_points,mean,mean_mr,lower,upper,n_outside,n_shift,n_trend,n_two_of_three,"
        + "mean_mr_screened,lower_screened,upper_screened,n_outside_screened,n_two_of_three_screened,"
        + "median,n_useful,longest_run,longest_run_max,crossings,crossings_min";

    /// <summary>Decimals a month's mean is rounded to, so that equal months are equal however they were summed.</summary>
    private const int Decimals = 10;

    public static CsvLine Line((string Municipality, string Instrument) key, SortedDictionary<string, (long Sum, int Pairs)> months)
    {
        double?[] series = [.. months.Values.Select(m => (double?)Math.Round((double)m.Sum / ((double)m.Pairs * ChangeTally.ChangeUnits), Decimals))];
        var (chart, screened, run) = (ProcessChart.Of(series), ProcessChart.Of(series, screen: true), RunChart.Of(series));
        var (limits, narrow) = (chart.Phases[0], screened.Phases[0]);
        return new CsvLine()
            .Text(key.Municipality)
            .Text(key.Instrument)
            .Count(series.Length)
            .Number(limits.Mean)
            .Number(limits.MeanRange)
            .Number(limits.Lower)
            .Number(limits.Upper)
            .Count(Flags(chart, ProcessSignals.Outside))
            .Count(Flags(chart, ProcessSignals.Shift))
            .Count(Flags(chart, ProcessSignals.Trend))
            .Count(Flags(chart, ProcessSignals.TwoOfThree))
            .Number(narrow.MeanRange)
            .Number(narrow.Lower)
            .Number(narrow.Upper)
            .Count(Flags(screened, ProcessSignals.Outside))
            .Count(Flags(screened, ProcessSignals.TwoOfThree))
            .Number(run.Median)
            .Count(run.Useful)
            .Count(run.LongestRun)
            .Count(run.LongestRunMax)
            .Count(run.Crossings)
            .Count(run.CrossingsMin);
    }

    private static int Flags(ProcessChart chart, ProcessSignals signal) => chart.Points.Count(p => p.Signals.HasFlag(signal));
}
