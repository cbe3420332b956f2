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

    /// <summary>02013299997 in the dresses people and programs have given such numbers.</summary>
    [Theory]
    [InlineData("0 2 0 1 3 2 9 9 9 9 7")]
    [InlineData("0-2-0-1-3-2-9-9-9-9-7")]
    [InlineData("0x2x0x1x3x2x9x9x9x9x7")]
    [InlineData("0201 3299 997")]
    [InlineData("0 20 132 9999 7")]
    [InlineData("020132-nr-99997")]
    [InlineData("020132, personnummer 99997")]
    [InlineData("02a01b32c99997")]
    [InlineData("０２０１３２９９９９７")] // full width
    [InlineData("٠٢٠١٣٢٩٩٩٩٧")] // Arabic
    [InlineData("𝟎𝟐𝟎𝟏𝟑𝟐𝟗𝟗𝟗𝟗𝟕")] // mathematical, outside the basic plane
    [InlineData("020132\u200b\u200d\u00ad\u2060\ufeff99997")] // signs that cannot be seen
    [InlineData("02\u030101\u030132\u030199997")] // accents without a letter
    [InlineData("f02013299997d")]
    public void A_number_is_found_in_any_dress(string dressed)
    {
        Assert.True(NationalIdentityNumber.IsIn($"Bruker: {dressed}."));
        Assert.Equal($"Bruker: {dressed[..dressed.IndexOfAny(['0', '０', '٠', '\ud835'])]}•••••••••••{(dressed[^1] == 'd' ? "d" : "")}.", NationalIdentityNumber.Masked($"Bruker: {dressed}."));
    }

    [Theory]
    [InlineData("0;2;0;1;3;2;9;9;9;9;7")] // answers in columns
    [InlineData("0\t2\t0\t1\t3\t2\t9\t9\t9\t9\t7")]
    [InlineData("4 0 2 0 1 3 2 9 9 9 9 7 3")] // more of them than eleven
    [InlineData("02 01 og 32 999 samt 97")]
    public void Rows_of_small_numbers_are_left_alone(string text) => Assert.False(NationalIdentityNumber.IsIn(text));

    /// <summary>Text that offers a candidate at every sign; quadratic searches take minutes on it.</summary>
    [Theory]
    [InlineData("3f250413-2999-9741-02013299997a-0305e82c3301 ")]
    [InlineData("01022013-2999-9702-0132-999970201329 ")]
    [InlineData("02013299997")]
    [InlineData("0 2 0 1 3 2 9 9 9 9 7 ")]
    [InlineData("020132             ")]
    [InlineData("0\u200b")]
    public void Four_million_signs_of_anything_take_the_time_of_four_million_signs(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length));
        NationalIdentityNumber.IsIn(text[..100_000]);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        NationalIdentityNumber.IsIn(text);

        // Tens of milliseconds where the code is optimised and nothing else runs.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
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
