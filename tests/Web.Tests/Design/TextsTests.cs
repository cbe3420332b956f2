using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mestring.Core;
using Mestring.Web.Design;

namespace Mestring.Web.Tests.Design;

public sealed partial class TextsTests
{
    /// <summary>Long texts that happen to be the same in bokmål and nynorsk, as somebody who writes nynorsk has confirmed.</summary>
    private const int LongEnoughToDiffer = 60;

    [Fact]
    public void Every_text_is_there_in_three_languages_with_the_same_places_to_fill_in()
    {
        Assert.All(Texts.Keys, key =>
        {
            var text = Texts.Every(key);
            Assert.All(new[] { text.Nb, text.Nn, text.En }, t => Assert.False(string.IsNullOrWhiteSpace(t), $"{key} is empty in one language."));
            Assert.True(Places(text.Nb).SetEquals(Places(text.Nn)) && Places(text.Nb).SetEquals(Places(text.En)), $"{key} fills in different things in different languages.");
            Assert.False(text.Nb.Length > LongEnoughToDiffer && string.Equals(text.Nb, text.Nn, StringComparison.Ordinal), $"{key} is the same long text in bokmål and nynorsk.");
        });
    }

    [Fact]
    public void Every_text_that_the_code_asks_for_exists()
    {
        var missing = Asked().Where(a => a.Exact && !Texts.Keys.Any(k => string.Equals(k, a.Key, StringComparison.Ordinal) || string.Equals(k, $"{a.Key}.one", StringComparison.Ordinal)));

        Assert.Empty(missing.Select(a => $"{a.Key} in {a.File}"));
    }

    [Fact]
    public void Every_text_is_asked_for_by_the_code()
    {
        var asked = Asked();
        var exact = asked.Where(a => a.Exact).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var starts = asked.Where(a => !a.Exact).Select(a => a.Key).ToList();

        Assert.All(Texts.Keys, k => Assert.True(
            exact.Contains(Counted().Replace(k, string.Empty)) || exact.Contains(k) || starts.Exists(s => k.StartsWith(s, StringComparison.Ordinal)),
            $"{k} is asked for by no code."));
    }

    [Theory]
    [InlineData(Language.Nb, 1234567, 2, "1\u202f234\u202f567,00")]
    [InlineData(Language.Nn, -1.85, 1, "−1,9")]
    [InlineData(Language.En, 1234.5, 1, "1,234.5")]
    [InlineData(Language.Nb, -0.04, 1, "0,0")]
    public void Numbers_are_written_as_people_write_them(Language language, double value, int decimals, string shown) =>
        Assert.Equal(shown, new Texts(language).Number(value, decimals));

    [Theory]
    [InlineData(Language.Nb, "11. februar 2027", "11.–12. februar 2027", "11. februar – 2. mars 2027")]
    [InlineData(Language.Nn, "11. februar 2027", "11.–12. februar 2027", "11. februar – 2. mars 2027")]
    [InlineData(Language.En, "11 February 2027", "11–12 February 2027", "11 February – 2 March 2027")]
    public void Dates_are_written_as_people_write_them(Language language, string one, string two, string long_)
    {
        var texts = new Texts(language);
        var day = new DateOnly(2027, 2, 11);

        Assert.Equal(one, texts.Date(day));
        Assert.Equal(two, texts.Dates(day, day.AddDays(1)));
        Assert.Equal(long_, texts.Dates(day, new DateOnly(2027, 3, 2)));
    }

    [Fact]
    public void Norwegian_letters_come_last_and_in_their_order() =>
        Assert.Equal(["Asker", "Zebra", "Ærfugl", "Øvelsund", "Ålesund"], new[] { "Ålesund", "Øvelsund", "Zebra", "Ærfugl", "Asker" }.Order(Texts.NameOrder), StringComparer.Ordinal);

    [Fact]
    public void Two_a_are_an_aa_and_letters_of_the_neighbours_stand_with_ours() =>
        Assert.Equal(["Asker", "Zebra", "Älvsby", "Øst", "Aasen", "Åsgård"], new[] { "Åsgård", "Aasen", "Øst", "Älvsby", "Zebra", "Asker" }.Order(Texts.NameOrder), StringComparer.Ordinal);

    [Theory]
    [InlineData("Østby Åse", "østby", true)]
    [InlineData("Østby Åse", "ÅSE", true)]
    [InlineData("Østby Åse", "ase", false)]
    [InlineData("Østby Åse", "", true)]
    public void A_search_folds_case_in_every_alphabet(string name, string wanted, bool holds) => Assert.Equal(holds, Texts.Holds(name, wanted));

    [Fact]
    public void Afternoon_in_summer_is_two_hours_after_universal_time() =>
        Assert.Equal("11. juni 2027 kl. 14.03", new Texts(Language.Nb).Moment(new DateTimeOffset(2027, 6, 11, 12, 3, 0, TimeSpan.Zero)));

    private static HashSet<string> Places(string text) => [.. PlacesToFill().Matches(text).Select(m => m.Value)];

    /// <summary>Keys written in the source: whole ones, and the beginnings of those that are put together.</summary>
    private static List<(string Key, bool Exact, string File)> Asked([CallerFilePath] string here = "")
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Web"));
        var rooms = string.Join('|', Texts.Keys.Select(k => k.Split('.')[0]).Distinct(StringComparer.Ordinal));
        var key = new Regex($"(?<d>\\$?)\"(?<key>(?:{rooms})\\.[A-Za-z0-9.\\-]*)(?<end>[\"{{])", RegexOptions.None, TimeSpan.FromSeconds(5));
        return [
            .. from file in Directory.EnumerateFiles(source, "*.*", SearchOption.AllDirectories)
               where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
               where !file.Contains("node_modules", StringComparison.Ordinal)
               from Match match in key.Matches(File.ReadAllText(file))
               select (match.Groups["key"].Value, match.Groups["end"].Value is "\"", Path.GetFileName(file)),
        ];
    }

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.None, 1000)]
    private static partial Regex PlacesToFill();

    [GeneratedRegex(@"\.(one|other)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();
}
