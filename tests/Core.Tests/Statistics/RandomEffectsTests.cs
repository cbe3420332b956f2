using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

/// <summary>Reference values: R 4.2.2, metafor 3.8-1, rma() with threshold 1e-14, blup(), predict().</summary>
public sealed class RandomEffectsTests
{
    private static readonly UnitMean[] Eight =
        [new(2.1, .12), new(3.4, .30), new(1.2, .09), new(2.8, .22), new(4.0, .51), new(2.2, .15), new(3.1, .40), new(0.4, .20)];

    [Theory]
    [InlineData(BetweenVariance.Reml, 2.3201256042305527, 0.40707796272712732, 1.5222674583854447, 3.1179837500756609, 1.0899835732200429, 0.85020071533728536)]
    [InlineData(BetweenVariance.DerSimonianLaird, 2.3092770322258209, 0.37995954776752033, 1.5645700030193548, 3.0539840614322871, 0.92100969504836583, 0.82745959248121437)]
    [InlineData(BetweenVariance.None, 2.0058083484325322, 0.15170562874042773, 1.7084707798492893, 2.3031459170157751, 0, 0.82745959248121437)]
    public void Pooling_matches_the_reference_package(BetweenVariance method, double mean, double error, double low, double high, double tau2, double i2)
    {
        var pooled = RandomEffects.Of(Eight, method)!;

        Close.To(mean, pooled.Mean);
        Close.To(error, pooled.ModelError);
        Close.To(low, pooled.Limits()?.Low);
        Close.To(high, pooled.Limits()?.High);
        Close.To(tau2, pooled.Tau2, 1e-11);
        Close.To(i2, pooled.I2);
        Close.To(40.570206716579492, pooled.Q);
        Close.To(9.788716012772115e-07, pooled.QP, 1e-10);
    }

    [Fact]
    public void A_further_unit_and_shrunken_means_match_the_reference_package()
    {
        var pooled = RandomEffects.Of(Eight)!;

        Close.To(0.12383221930921495, pooled.Prediction()?.Low, 1e-11);
        Close.To(4.5164189891518909, pooled.Prediction()?.High);
        Close.To(2.1218309348096107, pooled.Shrunken[0].Value);
        Close.To(0.69769768299259127, pooled.Shrunken[7].Value);
        Close.To(0.33125353373571603, pooled.Shrunken[0].StandardError);
        Close.To(0.41590285891994971, pooled.Shrunken[7].StandardError);
        Close.To(1.3466165693769452, pooled.Limits(knappHartung: true)?.Low);
        Close.To(3.2936346390841602, pooled.Limits(knappHartung: true)?.High);
        Close.To(4.9738599822888983, pooled.Prediction(knappHartung: true)?.High);
    }

    [Fact]
    public void Units_that_differ_no_more_than_chance_have_no_order()
    {
        var pooled = RandomEffects.Of([new(1, .2), new(1.05, .3), new(.98, .25), new(1.02, .4)])!;

        Assert.Equal((0, true), (pooled.Tau2, pooled.NoRanking));
        Close.To(1.0092134831460671, pooled.Mean);
        Assert.All(pooled.Shrunken, s => Assert.Equal(pooled.Mean, s.Value));
    }

    [Fact]
    public void One_unit_has_no_spread_and_no_unit_no_mean()
    {
        var one = RandomEffects.Of([new(3, .25)])!;

        Assert.Equal((3, 0, null, null), (one.Mean, one.Tau2, one.I2, one.Limits(knappHartung: true)));
        Assert.Null(RandomEffects.Of([]));
    }

    [Fact]
    public void Shrinking_draws_every_unit_towards_the_mean_and_scales_with_the_unit() => Prop
        .ForAll(AnyUnits, units =>
        {
            var one = RandomEffects.Of(units)!;
            var ten = RandomEffects.Of([.. units.Select(u => new UnitMean(u.Value * 10, u.Variance * 100))])!;
            return units.Zip(one.Shrunken).All(u => Math.Abs(u.Second.Value - one.Mean) <= Math.Abs(u.First.Value - one.Mean) + 1e-12)
                && Math.Abs((one.Mean * 10) - ten.Mean) <= 1e-9 * Math.Max(1, Math.Abs(ten.Mean))
                && Math.Abs((one.Tau2 * 100) - ten.Tau2) <= 1e-8 * Math.Max(1, ten.Tau2);
        })
        .QuickCheckThrowOnFailure();

    private static Arbitrary<UnitMean[]> AnyUnits => (
        from value in Gen.Choose(-50, 50)
        from variance in Gen.Choose(1, 40)
        select new UnitMean(value / 10.0, variance / 20.0)).NonEmptyListOf().Select(l => l.ToArray()).ToArbitrary();
}
