using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

/// <summary>Reference values: R 4.2.2 pnorm, qnorm, pt, qt, pchisq, qchisq, printed with 17 digits; for very many degrees of freedom mpmath 1.2 with 60 digits.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(-37.5, 4.6053530095819552e-308)]
    [InlineData(-20, 2.7536241186062337e-89)]
    [InlineData(-5, 2.8665157187919391e-07)]
    [InlineData(-11.3, 6.5608999409041566e-30)]
    [InlineData(-7.7, 6.8033115407739603e-15)]
    [InlineData(-3.3, 0.00048342414238377744)]
    [InlineData(-2.1, 0.017864420562816556)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(0.3, 0.61791142218895267)]
    [InlineData(3, 0.9986501019683699)]
    public void The_normal_tail_holds_to_the_smallest_double(double z, double expected)
    {
        Close.To(expected, Normal.LowerTail(z));
        Close.To(expected, Normal.UpperTail(-z));
    }

    [Theory]
    [InlineData(1e-300, -37.047096299361201)]
    [InlineData(1e-20, -9.2623400897984052)]
    [InlineData(0.001, -3.0902323061678132)]
    [InlineData(0.025, -1.9599639845400538)]
    [InlineData(0.3, -0.52440051270804067)]
    public void The_normal_quantile_holds_far_out(double p, double expected) => Close.To(expected, Normal.Quantile(p), 1e-14);

    [Theory]
    [InlineData(2.5, 7, 0.040992218585752874)]
    [InlineData(40, 30, 1.3726045194406362e-27)]
    [InlineData(1e5, 3, 2.2053155808932506e-15)]
    [InlineData(80, 200, 8.0556952775398323e-154)]
    [InlineData(1e-3, 5, 0.99924078677219763)]
    [InlineData(5, 1, 0.12566591637800234)]
    [InlineData(35, 9999, 2.8330243852748992e-253)]
    [InlineData(3.5, 999999, 0.00046527839370127088504)]
    [InlineData(36, 5000000, 9.0991574518026294937e-284)]
    public void Students_tail_holds_down_to_1e_300(double t, double df, double expected)
    {
        Close.To(expected, StudentT.TwoSidedP(t, df));
        Close.To(expected, StudentT.TwoSidedP(-t, df));
    }

    [Fact]
    public void Students_tail_of_nothing_and_of_everything_is_whole()
    {
        Assert.Equal(1, StudentT.TwoSidedP(0, 4));
        Assert.Equal(0, StudentT.TwoSidedP(double.PositiveInfinity, 4));
    }

    [Theory]
    [InlineData(1, 12.706204736174694)]
    [InlineData(2, 4.3026527297494619)]
    [InlineData(3, 3.1824463052837078)]
    [InlineData(9, 2.2621571627982049)]
    [InlineData(30, 2.0422724563012378)]
    [InlineData(224, 1.9706109611023626)]
    [InlineData(9999, 1.9602012636213568)]
    [InlineData(999999, 1.9599663568164789)]
    public void Students_quantile_matches_the_tables(double df, double expected) => Close.To(expected, StudentT.TwoSidedT(0.95, df));

    [Theory]
    [InlineData(1400, 4, 6.9116332571757217e-302, 1)]
    [InlineData(1e-5, 10, 1, 2.6041558159954745e-29)]
    [InlineData(100, 100, 0.48119168452795669, 0.51880831547204331)]
    [InlineData(500, 20, 2.91026687302731e-93, 1)]
    [InlineData(3, 1, 0.083264516663550558, 0.91673548333644939)]
    public void Chi_square_tails_hold_on_both_sides(double x, double df, double above, double below)
    {
        Close.To(above, ChiSquare.UpperTail(x, df));
        Close.To(below, ChiSquare.LowerTail(x, df));
    }

    [Theory]
    [InlineData(2, 0.050635615968579753, 7.3777589082278707, 0.002001000667167067)]
    [InlineData(4, 0.48441855708792975, 11.143286781877798, 0.090804035538979117)]
    [InlineData(10, 3.2469727802368413, 20.483177350807395, 1.4787434638356649)]
    [InlineData(20, 9.5907773922648669, 34.169606902838339, 5.9210407454875194)]
    public void Chi_square_quantiles_match_the_tables(double df, double p025, double p975, double p001)
    {
        Close.To(p025, ChiSquare.LowerQuantile(0.025, df));
        Close.To(p975, ChiSquare.UpperQuantile(0.025, df));
        Close.To(p001, ChiSquare.LowerQuantile(0.001, df));
    }

    [Fact]
    public void A_quantile_of_a_quantile_leads_back() => Assert.All(
        new[] { 1e-12, 1e-3, 0.2, 0.5, 0.9 },
        p => Close.To(p, ChiSquare.LowerTail(ChiSquare.LowerQuantile(p, 7), 7)));
}
