namespace Mestring.Core.Statistics;

/// <summary>Two tests for a shift around the median of a series: too long a run on one side, or too few crossings.</summary>
/// <param name="Count">Values present.</param>
/// <param name="Median">The median of the values, the centre line; null for an empty series.</param>
/// <param name="Useful">Values off the median; those on it neither break nor lengthen a run.</param>
/// <param name="LongestRun">Values in the longest run on one side.</param>
/// <param name="LongestRunMax">The longest run chance would bring; null without a useful value.</param>
/// <param name="Crossings">How often the series crosses the median.</param>
/// <param name="CrossingsMin">The fewest crossings chance would bring; null without a useful value.</param>
/// <remarks>Anhøj and Olesen, PLoS One 2014;9:e113825; Anhøj, PLoS One 2015;10:e0121349.</remarks>
public sealed record RunChart(int Count, double? Median, int Useful, int LongestRun, int? LongestRunMax, int Crossings, int? CrossingsMin)
{
    /// <summary>Whether either test signals more than chance.</summary>
    public bool Signal => LongestRun > LongestRunMax || Crossings < CrossingsMin;

    /// <summary>The tests of a series in order of time; a gap is null and is passed over.</summary>
    public static RunChart Of(IEnumerable<double?> values)
    {
        double[] present = [.. values.OfType<double>()];
        if (Quantiles.Median(present) is not { } median)
        {
            return new RunChart(0, null, 0, 0, null, 0, null);
        }

        int useful = 0, run = 0, longest = 0, crossings = 0, side = 0;
        foreach (var value in present)
        {
            var here = Math.Sign(value - median);
            if (here == 0)
            {
                continue;
            }

            crossings += side != 0 && here != side ? 1 : 0;
            run = here == side ? run + 1 : 1;
            longest = Math.Max(longest, run);
            side = here;
            useful++;
        }

        return useful == 0
            ? new RunChart(present.Length, median, 0, 0, null, 0, null)
            : new RunChart(
                present.Length, median, useful, longest, (int)Math.Round(Math.Log2(useful)) + 3, crossings, Binomial.FairQuantile(0.05, useful - 1));
    }
}
