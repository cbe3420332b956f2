namespace Mestring.Core.Tests;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("0,500", "0.500")]
    [InlineData("0.500", "0.500")]
    [InlineData(",5", "0.5")]
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234\u00A0567", "1234567")]
    [InlineData("1\u2009234", "1234")]
    [InlineData("1\u202F234,50", "1234.50")]
    [InlineData("1 234.50", "1234.50")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("−12,5", "-12.5")]
    [InlineData("-1 234", "-1234")]
    [InlineData("+3", "3")]
    [InlineData("0007", "7")]
    [InlineData("1,234", "1.234")]
    [InlineData("  49\n", "49")]
    public void A_number_is_read_as_people_and_programs_write_it(string text, string value)
    {
        Assert.True(WrittenNumber.TryRead(text, out var number));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), number.Value);
        Assert.Null(number.Thousands);
    }

    [Theory]
    [InlineData("49\t42")]
    [InlineData("49\n42")]
    [InlineData("49\r\n420")]
    [InlineData("1\u2028234")]
    [InlineData("1\t234")]
    [InlineData("1 2 3")]
    [InlineData("49 42")]
    [InlineData("1 2345")]
    [InlineData("12 34 567")]
    [InlineData("1234 567")]
    [InlineData("0 123")]
    [InlineData("1  234")]
    [InlineData("1.23.456")]
    [InlineData("1,234.567,8")]
    [InlineData("1.234 567")]
    [InlineData("1,2,3")]
    [InlineData("- 5")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData("1E+05")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("∞")]
    [InlineData("12 %")]
    [InlineData("12 t")]
    [InlineData("kr 12")]
    [InlineData("１２")]
    [InlineData("٣")]
    [InlineData("1'234")]
    [InlineData("1/2")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("12345678901234567890123456789012345")]
    public void What_is_no_single_number_is_not_read(string text) => Assert.False(WrittenNumber.TryRead(text, out _));

    [Fact]
    public void A_point_before_three_digits_is_told_both_ways()
    {
        Assert.True(WrittenNumber.TryRead("1.200", out var price));
        Assert.Equal((1.2m, 1200m), (price.Value, price.Thousands));
        Assert.Equal(1200, price.Whole);
        Assert.Null(price.Between(1, 10_000));
        Assert.Equal(1.2m, price.Between(0, 300));
        Assert.Equal(1200, price.Between(100, 10_000));
    }

    [Fact]
    public void A_field_without_decimals_takes_points_as_thousands_and_no_decimals()
    {
        Assert.Equal(5000, Whole("5.000"));
        Assert.Equal(5, Whole("5,0"));
        Assert.Null(Whole("5,5"));
        Assert.Null(Whole("1,234"));
    }

    [Fact]
    public void Halves_are_rounded_up_as_people_do()
    {
        Assert.Equal(6.21m, WrittenNumber.HalfUp(6.205m, 2));
        Assert.Equal(0.13m, WrittenNumber.HalfUp(0.125m, 2));
    }

    private static decimal? Whole(string text) => WrittenNumber.TryRead(text, out var number) ? number.Whole : null;
}
