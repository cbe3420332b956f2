using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class WeightedDistributionTests
{
    /// <summary>R 4.2.2: quantile(c(1, 3, 7, 8, 20), c(0.05, 0.25, 0.5, 0.9), type = 7).</summary>
    [Theory]
    [InlineData(0.05, 1.4)]
    [InlineData(0.25, 3)]
    [InlineData(0.5, 7)]
    [InlineData(0.9, 15.2)]
    [InlineData(1, 20)]
    public void Quantiles_are_of_type_seven(double p, double expected)
    {
        double[] values = [8, 1, 20, 3, 7];

        Close.To(expected, Quantiles.Of(values, p));
        Close.To(expected, WeightedDistribution.Of(values.Select(v => (v, 1.0))).Quantile(p));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [InlineData(0.95)]
    public void A_weight_is_how_many_times_a_value_counts(double p) => Assert.Equal(
        Quantiles.Of([1, 1, 1, 4, 6, 6, 9], p),
        WeightedDistribution.Of([(6, 2), (1, 3), (5, 0), (4, 1), (9, 1)]).Quantile(p));

    [Fact]
    public void Nothing_has_no_middle()
    {
        Assert.Null(WeightedDistribution.Of([]).Quantile(0.5));
        Assert.Null(WeightedDistribution.Of([(3, 0)]).Mean);
        Assert.Null(Quantiles.Median([]));
    }

    [Fact]
    public void Equal_values_share_the_best_rank_and_a_missing_one_has_none()
    {
        Assert.Equal([2, 1, 2, null, 4], Ranking.Of<decimal>([5.0m, 7m, 5.00m, null, 4.9m]));
        Assert.Equal([1, 2], Ranking.Of<double>([1e300, -1e300]));
    }
}
