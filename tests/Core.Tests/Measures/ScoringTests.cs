using Mestring.Core.Measures;
using Mestring.Core.Tests.Statistics;

namespace Mestring.Core.Tests.Measures;

public sealed class ScoringTests
{
    /// <summary>By hand from the formula in the erratum, correlation 0.3.</summary>
    [Theory]
    [InlineData(50, new[] { 1, 1, 1 }, new[] { 0, 0, 0 })]
    [InlineData(63.69306393762915, new[] { 1, 1, 1 }, new[] { 1, 1, 1 })]
    [InlineData(22.6138721247417, new[] { 1, 1, 1 }, new[] { -2, -2, -2 })]
    [InlineData(60, new[] { 1 }, new[] { 1 })]
    [InlineData(54.41, new[] { 6, 4, 2 }, new[] { 1, 0, -1 })]
    [InlineData(67.63, new[] { 3, 2, 1 }, new[] { 2, 1, 0 })]
    [InlineData(59.05, new[] { 1, 1, 1, 1, 1 }, new[] { -1, 0, 1, 1, 2 })]
    public void Goal_attainment_is_fifty_when_all_goes_as_expected(double expected, int[] weights, int[] levels) =>
        Close.To(expected, GoalAttainment.TScore(weights.Zip(levels, (w, l) => new GasGoal(w, new GasLevel(l)))), 1e-4);

    [Fact]
    public void Goals_without_weight_have_no_score()
    {
        Assert.Null(GoalAttainment.TScore([new GasGoal(0, new GasLevel(1))]));
        Assert.Null(GoalAttainment.TScore([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => GoalAttainment.TScore([new GasGoal(-1, default)]));
    }

    [Fact]
    public void The_best_barthel_is_twenty_or_a_hundred()
    {
        int?[] best = [2, 2, 1, 2, 2, 3, 3, 2, 2, 1];

        Assert.Equal(new BarthelScore(BarthelVariant.Twenty, 20), BarthelScore.Of(BarthelVariant.Twenty, best));
        Assert.Equal(100, BarthelScore.Of(BarthelVariant.Twenty, best)?.In(BarthelVariant.Hundred).Points);
        Assert.Equal(100, BarthelScore.Of(BarthelVariant.Hundred, [.. best.Select(i => i * 5)])?.Points);
        Assert.Equal(best, Enum.GetValues<BarthelItem>().Select(i => (int?)BarthelScore.Highest(i)));
    }

    [Fact]
    public void A_missing_barthel_item_leaves_the_total_missing_and_a_wrong_level_is_refused()
    {
        Assert.Null(BarthelScore.Of(BarthelVariant.Twenty, [2, 2, 1, null, 2, 3, 3, 2, 2, 1]));
        Assert.Throws<ArgumentException>(() => BarthelScore.Of(BarthelVariant.Twenty, [2, 2, 2, 2, 2, 3, 3, 2, 2, 1]));
        Assert.Throws<ArgumentException>(() => BarthelScore.Of(BarthelVariant.Hundred, [7, 10, 5, 10, 10, 15, 15, 10, 10, 5]));
        Assert.Throws<ArgumentException>(() => BarthelScore.Of(BarthelVariant.Twenty, [1]));
    }

    [Fact]
    public void Wellbeing_is_the_sum_times_four()
    {
        Who5Item?[] twelve = [new(3), new(2), new(3), new(2), new(2)];

        Assert.Equal((48, true), (Who5Score.Of(twelve)!.Value.Percent, Who5Score.Of(twelve)!.Value.IsLow));
        Assert.Equal((100, false), (Who5Score.Of([new(5), new(5), new(5), new(5), new(5)])!.Value.Percent, Who5Score.Of([new(5), new(5), new(5), new(5), new(5)])!.Value.IsLow));
        Assert.Null(Who5Score.Of([new(5), null, new(5), new(5), new(5)]));
    }
}
