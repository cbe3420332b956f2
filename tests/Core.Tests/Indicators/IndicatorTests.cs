using Mestring.Core.Indicators;
using Mestring.Core.Tests.Networks;

namespace Mestring.Core.Tests.Indicators;

public sealed class IndicatorTests
{
    private static readonly IReadOnlyList<IndicatorDefinition> Shipped = ProgrammeFiles.Read("utviklingshemming").Indicators;

    [Theory]
    [InlineData("coverage", 30, 7_500, 4)] // 4.0 per thousand
    [InlineData("costPerHour", 52_000_000, 1_000, 1_000)] // 52 mill. kr over 1 000 hours a week in 52 weeks
    [InlineData("sickLeave", 95, 1_000, 9.5)]
    [InlineData("hoursPerUser", 378, 10, 37.8)]
    public void A_value_is_the_quotient_in_its_unit(string id, double above, double below, double value)
    {
        var indicator = Shipped.Single(each => string.Equals(each.Id, id, StringComparison.Ordinal));
        var computed = indicator.Compute(Figures((indicator.Numerator, Figure.Of(above)), (indicator.Denominator!, Figure.Of(below))));

        Assert.Equal(value, computed.Value!.Value, 9);
        Assert.Equal((above, below), (computed.Numerator, computed.Denominator));
        Assert.False(indicator.NeedsALook(value));
    }

    [Fact]
    public void A_missing_figure_is_never_zero()
    {
        var coverage = Shipped.Single(each => each.Id is "coverage");

        Assert.Equal(FigureState.Missing, coverage.Compute(Figures(("inhabitants", Figure.Of(100)))).State);
        Assert.Equal(FigureState.Missing, coverage.Compute(Figures(("users", Figure.Of(5)), ("inhabitants", Figure.Missing))).State);
        Assert.Equal(FigureState.NotApplicable, coverage.Compute(Figures(("users", Figure.NotApplicable))).State);
        Assert.Equal(0, coverage.Compute(Figures(("users", Figure.Of(0)), ("inhabitants", Figure.Of(100)))).Value);
    }

    [Fact]
    public void Nothing_of_nothing_does_not_apply_and_something_of_nothing_is_missing()
    {
        var share = Shipped.Single(each => each.Id is "dayActivityShare");

        Assert.Equal(FigureState.NotApplicable, share.Compute(Figures(("dayActivity", Figure.Of(0)), ("adults", Figure.Of(0)))).State);
        Assert.Equal(FigureState.Missing, share.Compute(Figures(("dayActivity", Figure.Of(2)), ("adults", Figure.Of(0)))).State);
        Assert.Null(share.Compute(Figures(("dayActivity", Figure.Of(2)), ("adults", Figure.Of(0)))).Value);
    }

    [Fact]
    public void A_value_outside_its_bounds_needs_a_look() => Assert.True(Shipped.Single(each => each.Id is "hoursPerUser").NeedsALook(169));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_figure_is_a_finite_number(double number) => Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Of(number));

    [Fact]
    public void A_figure_knows_its_bounds()
    {
        var users = ProgrammeFiles.Read("utviklingshemming").Figures.Single(each => each.Id is "users");

        Assert.Equal((false, true, true, false), (users.Allows(-1), users.Allows(0), users.Allows(20_000), users.Allows(20_001)));
    }

    private static Dictionary<string, Figure> Figures(params (string Id, Figure Figure)[] figures) => figures.ToDictionary(each => each.Id, each => each.Figure, StringComparer.Ordinal);
}
