using System.Globalization;
using Mestring.Core.Places;

namespace Mestring.Core.Tests.Places;

public sealed class OrganisationNumberTests
{
    // 974760673 is the Brønnøysund Register Centre itself, 958935420 Oslo: both public in the register.
    [Theory]
    [InlineData("974760673")]
    [InlineData("974 760 673")]
    [InlineData(" 958935420 ")]
    public void A_number_from_the_register_is_read(string typed) =>
        Assert.Equal(typed.Replace(" ", string.Empty, StringComparison.Ordinal), OrganisationNumber.Parse(typed, CultureInfo.InvariantCulture).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("974760674")]
    [InlineData("97476067")]
    [InlineData("9747606733")]
    [InlineData("97476067x")]
    [InlineData("000000000")]
    public void Anything_else_is_refused(string? typed) => Assert.False(OrganisationNumber.TryParse(typed, CultureInfo.InvariantCulture, out _));

    [Fact]
    public void One_wrong_digit_is_always_found()
    {
        const string right = "974760673";
        var wrong =
            from place in Enumerable.Range(0, 9)
            from digit in "0123456789"
            where digit != right[place]
            select string.Concat(right.AsSpan(0, place), digit.ToString(), right.AsSpan(place + 1));

        Assert.All(wrong, typed => Assert.False(OrganisationNumber.TryParse(typed, CultureInfo.InvariantCulture, out _), typed));
    }
}
