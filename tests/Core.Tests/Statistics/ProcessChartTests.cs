using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class ProcessChartTests
{
    /// <summary>By hand: mean 5, ranges 2, 1, 3, 2, 2 of mean 2; 5 ± 2.66 × 2.</summary>
    [Fact]
    public void Limits_stand_2_66_mean_moving_ranges_from_the_mean()
    {
        var limits = ProcessChart.Of([4, 6, 5, 8, 6, 4, 2]).Phases[0];

        Assert.Equal((7, 5.0, 2.0), (limits.Count, limits.Mean!.Value, limits.MeanRange!.Value));
        Close.To(5 - 5.32, limits.Lower);
        Close.To(10.32, limits.Upper);
        Assert.True(limits.Provisional);
    }

    [Fact]
    public void No_range_spans_a_gap_and_a_gap_is_kept()
    {
        var chart = ProcessChart.Of([1, 2, null, 10, 11]);

        Assert.Equal(1, chart.Phases[0].MeanRange);
        Assert.Equal(4, chart.Phases[0].Count);
        Assert.Null(chart.Points[2].Value);
        Assert.Equal(ProcessSignals.None, chart.Points[2].Signals);
    }

    [Fact]
    public void Seven_on_one_side_are_a_shift_across_a_gap_but_a_value_on_the_mean_breaks_it()
    {
        Assert.Equal([0, 1, 2, 4, 5, 6, 7], Flagged(ProcessSignals.Shift, 4, 6, 4, null, 6, 4, 6, 4, -4, -6, -4, -6, -4, -10));
        Assert.Empty(Flagged(ProcessSignals.Shift, 4, 6, 4, 0, 6, 4, 6, 4, -4, -6, -4, -6, -4, -10));
    }

    [Fact]
    public void Seven_strictly_rising_are_a_trend_and_an_equal_neighbour_breaks_it()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Flagged(ProcessSignals.Trend, 5, 1, 2, 3, 4, 5, 6, 7, 3));
        Assert.Empty(Flagged(ProcessSignals.Trend, 5, 1, 2, 3, 3, 5, 6, 7, 3));
        Assert.Empty(Flagged(ProcessSignals.Trend, 5, 1, 2, 3, 4, 5, 6, 3));
    }

    /// <summary>Baseline 9, 11, 9, 11…: mean 10, mean range 2, limits 10 ± 5.32, near from 10 + 3.5467.</summary>
    [Fact]
    public void Two_of_three_flags_only_the_near_ones_and_never_one_outside()
    {
        Assert.Equal([8, 10], Near(14, 12, 14));
        Assert.Empty(Near(14, 9, 14));
        Assert.Empty(Near(14, 12, 16));
        Assert.Equal([8, 9], Near(14, 14, 16));
        Assert.Equal([8, 9], Near(6, 6, 8));

        static int[] Near(params double?[] last)
        {
            var points = ProcessChart.Of([9, 11, 9, 11, 9, 11, 9, 11, .. last], baseline: 8).Points;
            return [.. Enumerable.Range(0, points.Count).Where(i => points[i].Signals.HasFlag(ProcessSignals.TwoOfThree))];
        }
    }

    [Fact]
    public void Beyond_a_limit_is_outside_and_on_it_is_not()
    {
        var points = ProcessChart.Of([9, 11, 9, 11, 15.32, 15.33, 4.67], baseline: 4).Points;

        Assert.Equal([false, true, true], points.Skip(4).Select(p => p.Signals.HasFlag(ProcessSignals.Outside)));
    }

    /// <summary>Ranges 1 × 9 and 20 × 2: mean 49/11, screen at 14.55 leaves 1.</summary>
    [Fact]
    public void Screening_leaves_out_wild_ranges_once()
    {
        double?[] wild = [1, 2, 1, 2, 1, 21, 1, 2, 1, 2, 1, 2];

        Close.To(49.0 / 11, ProcessChart.Of(wild).Phases[0].MeanRange);
        Close.To(1, ProcessChart.Of(wild, screen: true).Phases[0].MeanRange);
        Close.To(9.0 / 8, ProcessChart.Of([5, 5, 5, 5, 5, 5, 14, 14, 14], screen: true).Phases[0].MeanRange);
    }

    [Fact]
    public void A_new_phase_has_its_own_limits_and_no_range_back()
    {
        var chart = ProcessChart.Of([1, 2, 1, 11, 13, 12], [3]);

        Assert.Equal([1.0, 1.5], chart.Phases.Select(p => p.MeanRange!.Value));
        Assert.Equal([0, 0, 0, 1, 1, 1], chart.Points.Select(p => p.Phase));
    }

    [Fact]
    public void A_constant_series_one_value_and_no_value_flag_nothing()
    {
        var constant = ProcessChart.Of([.. Enumerable.Repeat<double?>(0.1, 20)]);

        Assert.Equal((0.1, 0.1, 0.1), (constant.Phases[0].Mean, constant.Phases[0].Lower, constant.Phases[0].Upper));
        Assert.All(constant.Points, p => Assert.Equal(ProcessSignals.None, p.Signals));
        Assert.Equal((3.0, null), (ProcessChart.Of([3]).Phases[0].Mean, ProcessChart.Of([3]).Phases[0].Upper));
        Assert.Equal((0, null), (ProcessChart.Of([null, null]).Phases[0].Count, ProcessChart.Of([null, null]).Phases[0].Mean));
        Assert.Equal(0, Assert.Single(ProcessChart.Of([]).Phases).Count);
    }

    [Fact]
    public void Flags_do_not_depend_on_where_zero_is_or_how_fine_the_scale_is() => Prop
        .ForAll(AnySeries, series => Signals(series, 1, 0).SequenceEqual(Signals(series, 4, 1024)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_series_turned_over_has_the_same_flags() => Prop
        .ForAll(AnySeries, series => Signals(series, 1, 0).SequenceEqual(Signals(series, -1, 0)))
        .QuickCheckThrowOnFailure();

    private static Arbitrary<int[]> AnySeries => Gen.Choose(0, 64).ArrayOf().ToArbitrary();

    private static IEnumerable<ProcessSignals> Signals(int[] series, double factor, double offset) =>
        ProcessChart.Of([.. series.Select(v => (double?)(v * factor) + offset)]).Points.Select(p => p.Signals);

    private static int[] Flagged(ProcessSignals signal, params double?[] values)
    {
        var points = ProcessChart.Of(values).Points;
        return [.. Enumerable.Range(0, points.Count).Where(i => points[i].Signals.HasFlag(signal))];
    }
}
