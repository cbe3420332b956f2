using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Charts;

namespace Mestring.Core.Tests.Charts;

public sealed class AxisTests
{
    [Theory]
    [InlineData(-0.4, 3.5, new[] { -2.0, 0, 2, 4 })]
    [InlineData(0, 21, new[] { 0.0, 10, 20, 30 })]
    [InlineData(0, 0, new[] { 0.0, 1 })]
    [InlineData(948, 1247, new[] { 900.0, 1000, 1100, 1200, 1300 })]
    public void An_axis_has_round_ticks_around_its_values(double low, double high, double[] ticks)
    {
        var axis = Axis.Around([low, high], v => v.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), includeZero: low <= 0);
        Assert.Equal(ticks, axis.Ticks.Select(t => t.Value));
    }

    [Fact]
    public void An_axis_holds_its_values_with_two_to_five_ticks() => Prop.ForAll<int, int, byte>((a, b, decimals) =>
    {
        var values = new[] { a, b }.Select(v => v / Math.Pow(10, decimals % 5)).ToArray();
        var axis = Axis.Around(values, v => "");
        return axis.Ticks.Count is >= 2 and <= 5 && values.All(v => axis.From <= v + 1e-9 && v - 1e-9 <= axis.To);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Missing_values_do_not_stretch_an_axis() =>
        Assert.Equal(0, Axis.Around([double.NaN, 3], v => "", includeZero: true).From);

    [Fact]
    public void An_infinite_value_is_refused() =>
        Assert.Throws<ArgumentException>(() => Axis.Around([double.PositiveInfinity], v => ""));

    [Fact]
    public void A_value_outside_the_axis_stops_at_its_end() =>
        Assert.Equal(100, new Scale(0, 10, 0, 100).At(14));

    [Fact]
    public void A_label_that_is_too_wide_ends_in_an_ellipsis()
    {
        var text = TextWidth.Fit("Skissefjord og Utkastnes interkommunale", Ink.Text, 120);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.InRange(TextWidth.Of(text, Ink.Text), 80, 120);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(62)]
    public void Counts_have_no_tick_between_two_persons(double most)
    {
        var axis = Axis.Around([1, most], v => "", includeZero: true);

        Assert.All(axis.Ticks, t => Assert.Equal(Math.Round(t.Value), t.Value));
        Assert.True(axis.To >= most);
    }
}
