using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

/// <summary>Reference values: R 4.2.2, qchisq for exact limits, the published formulas written out for Byar and Dobson.</summary>
public sealed class RateTests
{
    [Theory]
    [InlineData(0, 0.95, 0, 3.0740662117616129)]
    [InlineData(9, 0.95, 3.42947758114861, 14.237336209515975)]
    [InlineData(9, 0.998, 2.0436870036364789, 18.881144424219105)]
    [InlineData(10, 0.95, 3.9895415949729705, 15.326215504797061)]
    public void Limits_are_exact_below_ten_events_and_Byars_from_ten(int events, double confidence, double low, double high)
    {
        var rate = new Rate(events, 1200);

        Close.To(low, rate.Limits(1000, confidence).Low);
        Close.To(high, rate.Limits(1000, confidence).High);
        Assert.Equal(events < 10, rate.IsExact);
    }

    [Fact]
    public void A_directly_standardised_rate_has_Dobsons_limits()
    {
        var rate = DirectRate.Of([new(2, 900, 3000), new(7, 1200, 2500), new(15, 1000, 2000), new(30, 500, 800)])!.Value;

        Close.To(11.957831325301205, rate.Value * 1000);
        Close.To(8.9260456529569456, rate.Limits()?.Low * 1000);
        Close.To(15.671818867649497, rate.Limits()?.High * 1000);
        Close.To(7.463072066592769, rate.Limits(0.998)?.Low * 1000);
        Close.To(18.008811347119035, rate.Limits(0.998)?.High * 1000);
    }

    [Fact]
    public void Nine_events_are_too_few_to_standardise_and_no_standard_is_no_rate()
    {
        Assert.True(DirectRate.Of([new(9, 100, 10)])!.Value.TooFew);
        Assert.Null(DirectRate.Of([new(9, 100, 10)])!.Value.Limits());
        Assert.Null(DirectRate.Of([new(12, 100, 0)]));
    }

    [Fact]
    public void An_indirect_ratio_holds_observed_against_expected()
    {
        var ratio = IndirectRatio.Of([new(2, 900, 120, 40000), new(7, 1200, 300, 38000), new(15, 1000, 700, 36000), new(30, 500, 1500, 25000)]);

        Close.To(0.87636546546831551, ratio.Value);
        Close.To(0.65830838177526985, ratio.Limits()?.Low);
        Close.To(1.1434889959158236, ratio.Limits()?.High);
        Close.To(16.518543305949542, ratio.Rate * 1000);
        Assert.Null(IndirectRatio.Of([new(3, 900, 0, 40000)]).Value);
    }
}
