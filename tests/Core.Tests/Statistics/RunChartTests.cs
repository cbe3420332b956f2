using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class RunChartTests
{
    /// <summary>R 4.2.2: qbinom(0.05, n, 0.5).</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(5, 1)]
    [InlineData(11, 3)]
    [InlineData(23, 8)]
    [InlineData(59, 23)]
    [InlineData(4999, 2441)]
    public void The_fewest_crossings_are_the_five_per_cent_quantile_of_tosses(int tosses, int expected) =>
        Assert.Equal(expected, Binomial.FairQuantile(0.05, tosses));

    [Fact]
    public void Values_on_the_median_neither_break_nor_lengthen_a_run()
    {
        var chart = RunChart.Of([1, 1, 2, 1, null, 3, 3, 2, 3]);

        Assert.Equal((8, 2.0, 6, 3, 1), (chart.Count, chart.Median!.Value, chart.Useful, chart.LongestRun, chart.Crossings));
        Assert.Equal((6, 1, false), (chart.LongestRunMax!.Value, chart.CrossingsMin!.Value, chart.Signal));
    }

    [Fact]
    public void Two_halves_on_each_side_are_a_signal()
    {
        var chart = RunChart.Of([.. Enumerable.Repeat<double?>(1, 12), .. Enumerable.Repeat<double?>(2, 12)]);

        Assert.Equal((12, 8, 1, 8, true), (chart.LongestRun, chart.LongestRunMax!.Value, chart.Crossings, chart.CrossingsMin!.Value, chart.Signal));
    }

    [Fact]
    public void A_constant_or_empty_series_has_nothing_useful()
    {
        Assert.Equal((0, null, null, false), (RunChart.Of([4, 4, 4]).Useful, RunChart.Of([4, 4, 4]).LongestRunMax, RunChart.Of([4, 4, 4]).CrossingsMin, RunChart.Of([4, 4, 4]).Signal));
        Assert.Null(RunChart.Of([null]).Median);
    }
}
