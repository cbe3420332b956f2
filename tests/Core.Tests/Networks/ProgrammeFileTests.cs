using System.Text.Json;
using System.Text.Json.Nodes;
using Mestring.Core.Networks;
using NJsonSchema;

namespace Mestring.Core.Tests.Networks;

public sealed class ProgrammeFileTests
{
    public static TheoryData<string> Ids => [.. ProgrammeFiles.Ids()];

    [Fact]
    public void Two_programmes_are_shipped() => Assert.Equal("hverdagsrehabilitering, utviklingshemming", string.Join(", ", ProgrammeFiles.Ids()));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_shipped_programme_follows_the_schema(string id)
    {
        var schema = await SchemaAsync();

        Assert.Empty(schema.Validate(ProgrammeFiles.Text($"{id}.json")));
    }

    [Theory]
    [InlineData("fee", """{"kind":"Bands","bands":[{"from":-1}]}""", "NumberTooSmall #/fee.bands[0].from")]
    [InlineData("texts", """{}""", "PropertyRequired #/texts.title")]
    [InlineData("colour", "\"blue\"", "NoAdditionalPropertiesAllowed #/colour")]
    [InlineData("id", "\"a b\"", "PatternMismatch #/id")]
    public async Task The_schema_refuses_what_is_not_a_programme(string property, string value, string expected)
    {
        var schema = await SchemaAsync();
        var broken = JsonNode.Parse(ProgrammeFiles.Text("utviklingshemming.json"))!;
        broken[property] = JsonNode.Parse(value);

        Assert.Contains(Flat(schema.Validate(broken.ToJsonString())), fault => string.Equals(fault, expected, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_shipped_programme_points_at_nothing_that_is_missing(string id) => Assert.Empty(ProgrammeCheck.Faults(ProgrammeFiles.Read(id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_text_is_there_in_three_languages_and_nynorsk_is_not_bokmaal(string id)
    {
        var texts = Texts(JsonNode.Parse(ProgrammeFiles.Text($"{id}.json"))!).ToList();

        Assert.True(texts.Count > 100, $"only {texts.Count} texts were found");
        Assert.All(texts, text =>
        {
            Assert.All(new[] { text.Nb, text.Nn, text.En }, words => Assert.False(string.IsNullOrWhiteSpace(words), text.ToString()));
            Assert.True(text.Nb.Length <= 50 || !string.Equals(text.Nb, text.Nn, StringComparison.Ordinal), $"nn is nb: {text.Nb}");
            Assert.True(text.Nb.Length <= 25 || !string.Equals(text.Nb, text.En, StringComparison.Ordinal), $"en is nb: {text.Nb}");
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nynorsk_uses_no_word_that_only_bokmaal_has(string id)
    {
        string[] bokmaal = ["ikke", "hva", "hvordan", "hvor", "hvem", "kommunene", "brukere", "brukerne", "tjenester", "tjenesten", "jeg", "være", "mellom en", "noen", "hver", "fra", "uke", "måneder", "erfaringer", "eller hvem", "dere", "årene"];
        var words = Texts(JsonNode.Parse(ProgrammeFiles.Text($"{id}.json"))!)
            .SelectMany(text => WithoutTitles(text.Nn).Split([' ', ',', '.', ':', '?', '!', ';'], StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.ToUpperInvariant())
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(bokmaal, word => Assert.DoesNotContain(word.ToUpperInvariant(), words));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_text_promises_an_effect_or_names_a_person(string id)
    {
        var file = ProgrammeFiles.Text($"{id}.json");

        string[] unwanted = ["effekt", "effect", "@", "tlf", "telefon"];

        Assert.All(unwanted, word => Assert.DoesNotContain(word, file, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_programme_and_its_run_go_through_json_and_back_unchanged(string id)
    {
        var programme = ProgrammeFiles.Read(id);
        var run = new NetworkDefinition(programme, programme.FirstRun!);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(ProgrammeJson.Write(programme)), JsonNode.Parse(ProgrammeJson.Write(ProgrammeJson.ReadProgramme(ProgrammeJson.Write(programme))))));
        Assert.Equal(ProgrammeJson.Write(run), ProgrammeJson.Write(ProgrammeJson.ReadDefinition(ProgrammeJson.Write(run))));
    }

    [Fact]
    public void A_programme_with_an_unknown_property_or_a_missing_language_is_refused_with_its_place()
    {
        var file = ProgrammeFiles.Text("utviklingshemming.json");

        Assert.Contains("colour", Assert.Throws<JsonException>(() => ProgrammeJson.ReadProgramme(file.Replace("\"version\": 1,", "\"version\": 1, \"colour\": 1,", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        var withoutEnglish = JsonNode.Parse(file)!;
        withoutEnglish["texts"]!["title"]!.AsObject().Remove("en");
        Assert.Contains("$.texts.title", Assert.Throws<JsonException>(() => ProgrammeJson.ReadProgramme(withoutEnglish.ToJsonString())).Message, StringComparison.Ordinal);
    }

    /// <summary>The validator finds references inside definitions only under the older name of <c>$defs</c>, which means the same.</summary>
    private static Task<JsonSchema> SchemaAsync() =>
        JsonSchema.FromJsonAsync(ProgrammeFiles.Text("programme.schema.json").Replace("$defs", "definitions", StringComparison.Ordinal));

    private static IEnumerable<string> Flat(IEnumerable<NJsonSchema.Validation.ValidationError> errors) =>
        errors.SelectMany(error => new[] { $"{error.Kind} {error.Path}" }.Concat(error is NJsonSchema.Validation.ChildSchemaValidationError parent ? parent.Errors.SelectMany(child => Flat(child.Value)) : []));

    private static string WithoutTitles(string text) => string.Concat(text.Split('«', '»').Where((_, i) => i % 2 is 0));

    private static IEnumerable<LocalizedText> Texts(JsonNode node) => node switch
    {
        JsonObject text when text.ContainsKey("nb") => [new((string)text["nb"]!, (string)text["nn"]!, (string)text["en"]!)],
        JsonObject other => other.SelectMany(each => Texts(each.Value!)),
        JsonArray list => list.SelectMany(each => Texts(each!)),
        _ => [],
    };
}
