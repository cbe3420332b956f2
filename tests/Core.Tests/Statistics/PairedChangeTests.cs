using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Statistics;
using Interval = Mestring.Core.Statistics.Interval;

namespace Mestring.Core.Tests.Statistics;

public sealed class PairedChangeTests
{
    private static readonly double[] Before = [3.2, 4.0, 2.6, 5.4, 3.0, 4.4, 2.2, 6.1, 3.8, 4.9, 2.8, 5.0];
    private static readonly double[] After = [6.1, 5.2, 6.0, 7.4, 3.0, 8.1, 5.9, 5.8, 6.9, 8.2, 4.9, 7.1];

    private static PairedChange Twelve => PairedChange.Of(Before.Zip(After, (b, a) => new Pair(b, a)), important: 3);

    /// <summary>R 4.2.2: t.test(post - pre), quantile(type = 7), wilcox.test.</summary>
    [Fact]
    public void A_group_of_twelve_matches_the_reference_program()
    {
        var change = Twelve;

        Close.To(3.9500000000000002, change.MeanBefore);
        Close.To(6.2166666666666668, change.MeanAfter);
        Close.To(2.2666666666666666, change.Mean);
        Close.To(1.36670362108205, change.Sd);
        Close.To(5.7451839154141799, change.T);
        Close.To(0.00012928344810556107, change.P);
        Close.To(1.3983046142661115, change.Ci95?.Low);
        Close.To(3.1350287190672215, change.Ci95?.High);
        Close.To(1.6584917400541426, change.Dz);
        Close.To(1.8, change.LowerQuartile);
        Close.To(2.5, change.Median);
        Close.To(3.325, change.UpperQuartile);
        Assert.Equal(65, change.SignedRank.V);
        Assert.False(change.SignedRank.IsExact);
        Close.To(0.0050557000743701348, change.SignedRank.P);
    }

    /// <summary>R 4.2.2: wilcox.test.</summary>
    [Fact]
    public void Signs_are_counted_exactly_without_ties_and_zeros_below_fifty()
    {
        var ten = SignedRank.Of([1.1, -0.4, 2.3, 0.7, -1.5, 3.1, 0.2, 4.2, -0.1, 2.8]);
        var fortyNine = SignedRank.Of([.. Enumerable.Range(1, 49).Select(i => i - 18.3)]);
        var sixty = SignedRank.Of([.. Enumerable.Range(1, 60).Select(i => i - 18.3)]);

        Assert.True(ten.IsExact);
        Assert.Equal(45, ten.V);
        Close.To(0.083984375, ten.P);
        Assert.True(fortyNine.IsExact);
        Assert.Equal(901, fortyNine.V);
        Close.To(0.0035580797394239032, fortyNine.P);
        Assert.False(sixty.IsExact);
        Assert.Equal(1506, sixty.V);
        Close.To(1.379955067504429e-05, sixty.P);
    }

    [Fact]
    public void A_change_of_two_points_reaches_a_threshold_of_two_although_the_doubles_miss_it()
    {
        Assert.True(8.2 - 6.2 < 2);

        var change = PairedChange.Of([new Pair(6.2, 8.2), new Pair(8.2, 6.2), new Pair(4, 4)], important: 2);

        Assert.Equal(new Proportion(1, 3), change.Important?.Reached);
        Assert.Equal(1, change.Important?.Worsened);
    }

    [Fact]
    public void Where_lower_is_better_a_fall_reaches_the_threshold()
    {
        var change = PairedChange.Of([new Pair(20, 12), new Pair(15, 14), new Pair(10, 16)], Direction.LowerIsBetter, 5);

        Assert.Equal(new Proportion(1, 3), change.Important?.Reached);
        Assert.Equal(1, change.Important?.Worsened);
    }

    [Fact]
    public void Nobody_has_no_change_and_one_person_no_spread()
    {
        var none = PairedChange.Of([], important: 1);
        var one = PairedChange.Of([new Pair(3, 5), new Pair(null, 4), new Pair(2, null), new Pair(null, null)], important: 1);

        Assert.Equal((0, null, null, null), (none.Pairs, none.Mean, none.Ci95, none.Important?.Reached));
        Assert.Null(none.SignedRank.P);
        Assert.Equal((4, 1, 2, 2), (one.Rows, one.Pairs, one.MissingBefore, one.MissingAfter));
        Assert.Equal((2.0, null, null), (one.Mean, one.Sd, one.Ci95));
        Assert.Equal(2, one.Median);
    }

    [Fact]
    public void The_same_change_for_all_is_no_variation_and_its_own_interval()
    {
        var change = PairedChange.Of([.. Enumerable.Range(0, 7).Select(i => new Pair(i / 10.0, (i / 10.0) + 0.1))]);

        Assert.True(change.NoVariation);
        Assert.Equal(new Interval(0.1, 0.1), change.Ci95);
        Assert.Equal((null, null, null), (change.T, change.P, change.Dz));
    }

    [Fact]
    public void Unchanged_people_have_no_signs_to_rank()
    {
        var change = PairedChange.Of([new Pair(4, 4), new Pair(5, 5)]);

        Assert.Equal((0, null), (change.SignedRank.NonZero, change.SignedRank.P));
        Assert.Equal(new Interval(0, 0), change.Ci95);
    }

    /// <summary>R 4.2.2: sd(1e9 + c(0.125, 0.25, 0.5, 1, 0.75)).</summary>
    [Fact]
    public void A_large_common_offset_costs_no_digits()
    {
        var moments = Moments.Of([1e9 + 0.125, 1e9 + 0.25, 1e9 + 0.5, 1e9 + 1, 1e9 + 0.75]);

        Close.To(1000000000.525, moments.Mean, 1e-16);
        Close.To(0.35794552658190881, moments.Sd, 1e-14);
    }

    [Fact]
    public void The_order_of_people_changes_nothing() => Prop
        .ForAll(AnyPairs, pairs =>
        {
            var (one, other) = (PairedChange.Of(pairs, important: 2), PairedChange.Of(pairs.Reverse(), important: 2));
            return one.Pairs == other.Pairs && Same(one.Mean, other.Mean) && Same(one.Sd, other.Sd) && one.Median == other.Median
                && one.SignedRank.V == other.SignedRank.V && one.Important == other.Important;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_scale_twice_as_fine_gives_twice_the_change_and_the_same_probability() => Prop
        .ForAll(AnyPairs, pairs =>
        {
            var one = PairedChange.Of(pairs);
            var two = PairedChange.Of(pairs.Select(p => new Pair(p.Before * 2, p.After * 2)));
            return Same(one.Mean * 2, two.Mean) && Same(one.Sd * 2, two.Sd) && Same(one.P, two.P) && Same(one.SignedRank.P, two.SignedRank.P);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_interval_holds_the_mean_and_narrows_when_everybody_comes_twice() => Prop
        .ForAll(AnyPairs, pairs =>
        {
            var (one, two) = (PairedChange.Of(pairs), PairedChange.Of([.. pairs, .. pairs]));
            return one.Ci95 is not { } wide || one.Mean is not { } mean || one.NoVariation
                || (wide.Contains(mean) && two.Ci95 is { } narrow && narrow.High - narrow.Low < wide.High - wide.Low);
        })
        .QuickCheckThrowOnFailure();

    private static Arbitrary<Pair[]> AnyPairs => (
        from before in Gen.Choose(-1, 100)
        from after in Gen.Choose(-1, 100)
        select new Pair(before < 0 ? null : before / 10.0, after < 0 ? null : after / 10.0)).ArrayOf().ToArbitrary();

    private static bool Same(double? one, double? other) => one == other || Math.Abs((one - other) ?? 1) <= 1e-12 * Math.Max(1, Math.Abs(one ?? 0));
}
