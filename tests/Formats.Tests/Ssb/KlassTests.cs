using System.Globalization;
using System.Text;
using Mestring.Core.Places;
using Mestring.Formats.Ssb;

namespace Mestring.Formats.Tests.Ssb;

public sealed class KlassTests
{
    private static readonly DateOnly Asked = new(2026, 1, 1);

    [SkippableFact]
    public async Task The_shipped_table_says_what_KLASS_says()
    {
        await using var file = SharedData.Open("pxweb/ssb_klass_131_codesAt_2026-01-01.json");
        var shipped = Shipped();
        var klass = await KlassAnswer.ReadAsync(file, Asked, shipped.DistinctBy(each => each.CountyCode, StringComparer.Ordinal).ToDictionary(each => each.CountyCode, each => each.CountyName, StringComparer.Ordinal));

        Assert.Equal(357, klass.Count);
        Assert.Equal(klass.Select(each => each with { ValidFrom = default }), shipped.Select(each => each with { ValidFrom = default }));
    }

    [SkippableFact]
    public void The_shipped_table_has_the_municipalities_and_counties_of_2026()
    {
        var expected = SharedData.Lines("municipalities/municipalities_2026.csv").Skip(1).Select(cells => $"{cells[0]} {cells[1]} {cells[3]}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), Shipped().Select(each => $"{each.Code} {each.Name} {each.CountyCode}"), StringComparer.Ordinal);
        Assert.Equal(15, Shipped().Select(each => each.CountyName).Distinct(StringComparer.Ordinal).Count());
    }

    [SkippableFact]
    public void Every_change_since_2020_is_shipped()
    {
        var expected = SharedData.Lines("municipalities/municipality_changes_1838_2024.csv").Skip(1).Where(cells => string.CompareOrdinal(cells[0], "2020") > 0).Select(cells => $"{cells[0]} {cells[1]} {cells[2]} {cells[3]} {cells[4]}");
        var shipped = Changes().Select(each => $"{each.On:yyyy-MM-dd} {each.From} {each.FromName} {each.To} {each.ToName}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), shipped.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("0104", "3103 Moss")] // Moss and Rygge merged in 2020, renumbered in 2024
    [InlineData("0136", "3103 Moss")]
    [InlineData("1850", "1806 Narvik, 1875 Hábmer - Hamarøy")] // Tysfjord was split
    [InlineData("1504", "1508 Ålesund, 1580 Haram")] // merged in 2020, split in 2024
    [InlineData("1103", "1103 Stavanger")] // took in two others and kept its number
    [InlineData("0301", "0301 Oslo - Oslove")]
    [InlineData("7777", "")]
    public void An_old_number_finds_what_it_is_today(string code, string today)
    {
        var history = new MunicipalityHistory(Shipped(), Changes());
        var found = history.Today(MunicipalityCode.Parse(code, CultureInfo.InvariantCulture), new DateOnly(2019, 12, 31));

        Assert.Equal(today, string.Join(", ", found.Select(each => $"{each.Code} {each.Name}")));
    }

    [Fact]
    public void Every_chain_of_changes_ends_in_a_municipality_in_force()
    {
        var history = new MunicipalityHistory(Shipped(), Changes());

        Assert.All(Changes(), change => Assert.NotEmpty(history.Today(change.From, change.On.AddDays(-1))));
    }

    [Fact]
    public void A_municipality_is_in_force_from_its_first_day_until_the_day_after_its_last()
    {
        var moss = new Municipality(MunicipalityCode.FromNumber(3002), "Moss", "30", "Viken", new DateOnly(2020, 1, 1), new DateOnly(2024, 1, 1));

        Assert.Equal((false, true, true, false), (moss.IsInForce(new DateOnly(2019, 12, 31)), moss.IsInForce(new DateOnly(2020, 1, 1)), moss.IsInForce(new DateOnly(2023, 12, 31)), moss.IsInForce(new DateOnly(2024, 1, 1))));
    }

    [Theory]
    [InlineData("""{"codes":[{"code":"31","name":"Østfold"}]}""", "codes[0].code: '31' stands where four digits were expected.")]
    [InlineData("""{"codes":[{"code":"3101","name":" "}]}""", "codes[0].name: municipality 3101 has no name.")]
    [InlineData("""{"codes":[{"code":"3101","name":"Halden","validFrom":"2024"}]}""", "codes[0].validFrom: '2024' stands where a date such as 2024-01-01 was expected.")]
    [InlineData("""[]""", "codes: the list of codes is missing.")]
    [InlineData("""<html>""", "Line 1: this is not JSON.")]
    public async Task A_wrong_answer_is_told_with_its_place(string json, string told)
    {
        var fault = await Assert.ThrowsAsync<FormatException>(() => KlassAnswer.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), Asked, new Dictionary<string, string>(StringComparer.Ordinal)));

        Assert.StartsWith(told, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code,name\n", "Line 1: there are 2 columns, and 5 were expected: code,name,county_code,county_name,valid_from.")]
    [InlineData("a,b,c,d,e\n", "Line 1: 'a,b,c,d,e' stands where the heading code,name,county_code,county_name,valid_from was expected.")]
    [InlineData("code,name,county_code,county_name,valid_from\n31,Halden,31,Østfold,2024-01-01\n", "Line 2, column 1: '31' stands where four digits was expected.")]
    [InlineData("code,name,county_code,county_name,valid_from\n3101,Halden,31,Østfold,1.1.2024\n", "Line 2, column 5: '1.1.2024' stands where a date such as 2024-01-01 was expected.")]
    public void A_broken_table_of_ours_is_told_with_line_and_column(string csv, string told) =>
        Assert.Equal(told, Assert.Throws<FormatException>(() => KlassExtract.Municipalities(new StringReader(csv))).Message);

    private static IReadOnlyList<Municipality> Shipped()
    {
        using var reader = new StreamReader(Path.Combine(SharedData.Repository(), "src/Web/Places/municipalities.csv"));
        return KlassExtract.Municipalities(reader);
    }

    private static IReadOnlyList<MunicipalityChange> Changes()
    {
        using var reader = new StreamReader(Path.Combine(SharedData.Repository(), "src/Web/Places/municipality_changes.csv"));
        return KlassExtract.Changes(reader);
    }
}
