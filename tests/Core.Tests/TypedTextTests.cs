namespace Mestring.Core.Tests;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("Ma\u030al", "Mål")] // macOS
    [InlineData("en\u2028linje", "en linje")] // slides
    [InlineData("en\u2029linje\u0085til\vog\fen\r\nto\rtre\n", "en linje til og en to tre")]
    [InlineData("\ufeffTeam\u200b No\u00adrd\u202e", "Team Nord")]
    [InlineData("a\0b\u0007c\u001bd", "abcd")]
    [InlineData("a\tb", "a b")]
    [InlineData("hel \ud83d\ude00", "hel \ud83d\ude00")]
    [InlineData("👩‍⚕️ og 👨‍👩‍👧", "👩‍⚕️ og 👨‍👩‍👧")]
    [InlineData("tag \U000e0041", "tag")]
    [InlineData("ikke\ufffftegn", "ikketegn")]
    [InlineData("Kárášjohka, čáhci, ŋ", "Kárášjohka, čáhci, ŋ")]
    public void A_line_holds_one_line_of_signs_that_can_be_seen(string typed, string line) => Assert.Equal(line, TypedText.Line(typed));

    [Fact]
    public void Half_a_character_is_shown_as_lost() =>
        Assert.Equal(("halv \ufffd", "\ufffd halv"), (TypedText.Line("halv \ud83d"), TypedText.Line("\ude00 halv")));

    [Theory]
    [InlineData("en\r\nto\rtre\u2028fire\u0085fem\n", "en\nto\ntre\nfire\nfem\n")]
    [InlineData("49\t42", "49\t42")]
    public void Lines_end_in_one_way_and_keep_their_tabs(string typed, string lines) => Assert.Equal(lines, TypedText.Lines(typed));
}
