using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class FunnelTests
{
    private static readonly Proportion?[] Eight = [new(12, 40), new(30, 60), new(25, 80), new(4, 25), new(55, 90), new(18, 70), new(60, 75), new(7, 30)];

    /// <summary>R 4.2.2: Spiegelhalter's formulas written out, quantile(type = 7).</summary>
    [Fact]
    public void More_spread_than_chance_widens_the_limits()
    {
        var funnel = Funnel.Shares(Eight);

        Close.To(0.44893617021276594, funnel.Target);
        Close.To(8.0946173491835207, funnel.Phi);
        Close.To(0.035878616485500975, funnel.Tau2, 1e-11);
        Close.To(0.10620708736043249, funnel.Groups[0].Limits95?.Low, 1e-11);
        Close.To(0.83615130347955902, funnel.Groups[3].Limits95?.High, 1e-11);
        Close.To(0.0052238474620443787, funnel.Groups[3].Limits998?.Low, 1e-11);
        Assert.DoesNotContain(funnel.Groups, g => g.Outlier);
    }

    [Fact]
    public void Without_overdispersion_the_far_groups_stand_out()
    {
        var funnel = Funnel.Shares(Eight, overdispersion: false);

        Assert.Equal(0, funnel.Tau2);
        Assert.Equal([3, 4, 5, 6], Enumerable.Range(0, 8).Where(i => funnel.Groups[i].Outlier));
    }

    [Fact]
    public void Alike_groups_need_no_extra_width_and_limits_stay_shares()
    {
        var funnel = Funnel.Shares([new(1, 100), new(1, 90), new(2, 110), null]);

        Assert.Equal(0, funnel.Tau2);
        Assert.Equal(0, funnel.Groups[1].Limits998?.Low);
        Assert.Equal(default, funnel.Groups[3]);
        Assert.Null(Funnel.Shares([null]).Target);
    }

    /// <summary>By hand: target (10×2 + 30×4)/40 = 3.5, first group 3.5 ± 1.959964 × 2/√10.</summary>
    [Fact]
    public void Means_are_held_against_the_mean_of_all_persons()
    {
        var funnel = Funnel.Means([new(10, 2, 2), new(30, 4, 3), new(1, 9, null)], overdispersion: false);

        Close.To((20 + 120 + 9) / 41.0, funnel.Target);
        Close.To((149 / 41.0) - (1.959964 * 2 / Math.Sqrt(10)), funnel.Groups[0].Limits95?.Low);
        Assert.Null(funnel.Groups[2].Limits95);
    }
}
