using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mestring.Core;
using Mestring.Web.Design;

namespace Mestring.Web.Tests.Design;

/// <summary>One thing has one word: the list in docs/contributing/words.md is held against every text a person reads.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData(Language.Nb)]
    [InlineData(Language.Nn)]
    [InlineData(Language.En)]
    public void No_text_holds_a_word_the_glossary_forbids(Language language)
    {
        var forbidden = Forbidden(language);
        Assert.True(forbidden.Count > 3);

        var found = Read(language).SelectMany(text => forbidden
            .Select(f => (text.Where, f.Instead, Match: f.Not.Match(text.Words)))
            .Where(f => f.Match.Success)
            .Select(f => $"{f.Where}: «{f.Match.Value}» – {f.Instead}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData(Language.Nn, "Nokon svarar òg", "svarar")]
    [InlineData(Language.Nb, "Rapporter tallene for denne uken", "uken")]
    [InlineData(Language.En, "Register a course", "course")]
    public void The_list_is_read_and_catches(Language language, string text, string word) =>
        Assert.Contains(Forbidden(language), f => string.Equals(f.Not.Match(text).Value, word, StringComparison.Ordinal));

    [Fact]
    public void A_count_of_one_has_words_of_its_own() => Assert.All(
        Texts.Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal) && Texts.Every(k).Nb.Contains("{0}", StringComparison.Ordinal) && !Texts.Every(k).Nb.Contains("«{0}»", StringComparison.Ordinal)), k => Assert.True(Texts.Has($"{k[..^6]}.one"), $"{k} has no form for one."));

    private static IEnumerable<(string Where, string Words)> Read(Language language) =>
        Texts.Keys.Select(k => (k, Texts.Every(k)[language])).Concat(Programmes(Texts.TagOf(language))).Concat(language is Language.En ? Guide() : []);

    private static IEnumerable<(string, string)> Programmes(string tag) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(), "programmes"), "*.json")
        where !file.EndsWith(".schema.json", StringComparison.Ordinal)
        from text in Strings(JsonDocument.Parse(File.ReadAllText(file)).RootElement, tag)
        select (Path.GetFileName(file), text);

    private static IEnumerable<string> Strings(JsonElement element, string tag) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Strings(e, tag)),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
            p.Value.ValueKind is JsonValueKind.String ? string.Equals(p.Name, tag, StringComparison.Ordinal) ? [p.Value.GetString()!] : [] : Strings(p.Value, tag)),
        _ => [],
    };

    private static IEnumerable<(string, string)> Guide() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "docs/guide"), "*.md").Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    private static List<(Regex Not, string Instead)> Forbidden(Language language)
    {
        var rows = File.ReadLines(Path.Combine(Root(), "docs/contributing/words.md"))
            .Select(line => Regex.Match(line, @"^\| (?<language>nb|nn|en) \| `(?<not>.+)` \| (?<instead>.+) \|$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Where(m => m.Success && string.Equals(m.Groups["language"].Value, Texts.TagOf(language), StringComparison.Ordinal));
        return [.. rows.Select(m => (
            new Regex(m.Groups["not"].Value.Replace(@"\|", "|", StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            m.Groups["instead"].Value))];
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
