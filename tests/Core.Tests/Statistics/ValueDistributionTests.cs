using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class ValueDistributionTests
{
    /// <summary>R 4.2.2: quantile(c(1, 3, 7, 8, 20), c(0.05, 0.25, 0.5, 0.9), type = 7).</summary>
    [Theory]
    [InlineData(0.05, 1.4)]
    [InlineData(0.25, 3)]
    [InlineData(0.5, 7)]
    [InlineData(0.9, 15.2)]
    [InlineData(1, 20)]
    public void Quantiles_are_of_type_seven(double p, double expected) => Close.To(expected, ValueDistribution.Of([8, 1, 20, 3, 7]).Quantile(p));

    [Fact]
    public void Equal_values_share_the_best_rank_and_a_missing_one_has_none() =>
        Assert.Equal([2, 1, 2, null, 4], ValueDistribution.Ranks([5.0m, 7m, 5.00m, null, 4.9m]));

    [Fact]
    public void Nothing_has_no_middle() => Assert.Null(ValueDistribution.Of([]).Quantile(0.5));
}
