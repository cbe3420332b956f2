using Mestring.Core.Disclosure;

namespace Mestring.Core.Tests.Disclosure;

public sealed class NationalIdentityNumberTests
{
    /// <summary>Built here from the published weights; none belongs to a person (synthetic months or made-up dates).</summary>
    [Theory]
    [InlineData("01", "81", "50", 0, 0)] // synthetic, +80
    [InlineData("31", "92", "99", 0, 1)]
    [InlineData("41", "81", "50", 0, 2)] // synthetic D-number
    [InlineData("15", "66", "21", 0, 3)] // synthetic, +65
    [InlineData("15", "41", "21", 0, 4)] // synthetic, +40
    [InlineData("01", "81", "50", 1, 0)] // 2032 rule
    [InlineData("01", "81", "50", 3, 5)]
    public void A_number_with_right_date_and_check_digits_is_found(string day, string month, string year, int firstRemainder, int salt)
    {
        var number = Build(day + month + year, firstRemainder, salt);

        Assert.True(NationalIdentityNumber.IsIn(number));
        Assert.True(NationalIdentityNumber.IsIn($"Ring bruker ({number}), gjerne i dag."));
        Assert.True(NationalIdentityNumber.IsIn($"{number[..6]} {number[6..]}"));
        Assert.Equal("nr •••••••••••.", NationalIdentityNumber.Masked($"nr {number}."));
    }

    /// <summary>The worked examples of Skatteetaten for numbers given out from 2032; the third is valid only by the new rule.</summary>
    [Theory]
    [InlineData("02013299997")]
    [InlineData("30108299920")]
    [InlineData("30108299939")]
    [InlineData("02013299903")]
    public void The_examples_of_the_rule_of_2032_are_found(string number)
    {
        Assert.True(NationalIdentityNumber.IsIn(number));
        Assert.True(NationalIdentityNumber.IsIn($"{number[..2]}.{number[2..4]}.{number[4..6]}-{number[6..]}"));
        Assert.True(NationalIdentityNumber.IsIn($"{number[..2]} {number[2..4]} {number[4..6]} {number[6..9]} {number[9..]}"));
        Assert.True(NationalIdentityNumber.IsIn($"{number[..6]}\u00a0{number[6..]}"));
        Assert.Equal("x •••••••••••, y", NationalIdentityNumber.Masked($"x {number[..6]}/{number[6..]}, y"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901")] // wrong check digits
    [InlineData("00000000000")] // no such date
    [InlineData("974760673")] // an organisation number
    [InlineData("+47 22 00 25 00")]
    [InlineData("kr 1 110 000")]
    [InlineData("02.01.2032 99997")] // a date with four digits in the year, and a number
    [InlineData("02013299907")] // the first check digit leaves 2, the second is wrong
    public void Other_numbers_are_left_alone(string text)
    {
        Assert.False(NationalIdentityNumber.IsIn(text));
        Assert.Equal(text, NationalIdentityNumber.Masked(text));
    }

    [Fact]
    public void A_longer_number_that_contains_one_is_another_number() =>
        Assert.False(NationalIdentityNumber.IsIn(Build("018150", 0, 0) + "7"));

    [Fact]
    public void A_wrong_last_digit_is_not_an_identity_number()
    {
        var number = Build("018150", 0, 0);
        var last = (number[10] - '0' + 1) % 10;

        Assert.False(NationalIdentityNumber.IsIn(number[..10] + last.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>An independent construction: tries individual numbers until both check digits exist.</summary>
    private static string Build(string date, int firstRemainder, int salt)
    {
        for (var individual = 100 + salt; individual < 1000; individual++)
        {
            var nine = $"{date}{individual}";
            for (var k1 = 0; k1 < 10; k1++)
            {
                for (var k2 = 0; k2 < 10; k2++)
                {
                    var number = $"{nine}{k1}{k2}";
                    if (Sum(number, "3761894521") % 11 == firstRemainder && Sum(number, "54327654321") % 11 == 0)
                    {
                        return number;
                    }
                }
            }
        }

        throw new InvalidOperationException("No such number.");
    }

    private static int Sum(string number, string weights) => weights.Select((w, i) => (w - '0') * (number[i] - '0')).Sum();
}
