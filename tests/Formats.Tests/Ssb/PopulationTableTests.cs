using System.Text;
using Mestring.Core.Places;
using Mestring.Formats.JsonStat;
using Mestring.Formats.Ssb;

namespace Mestring.Formats.Tests.Ssb;

public sealed class PopulationTableTests
{
    /// <summary>
    /// The shape of table 07459 with real numbers: Oslo, girls and boys, 0 and 1 year, 2019 and 2020 (girls: SSB; boys made up),
    /// then a county, an old municipality that is gone and one by the borders of today.
    /// </summary>
    private const string Table = """
        {"class":"dataset","label":"07459: Befolkning","source":"Statistisk sentralbyrå","role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]},
         "id":["Region","Kjonn","Alder","ContentsCode","Tid"],"size":[4,2,2,1,2],
         "dimension":{"Region":{"category":{"index":{"0301":0,"03":1,"0104":2,"K-3103":3}}},
           "Kjonn":{"category":{"index":{"2":0,"1":1},"label":{"2":"Kvinner","1":"Menn"}}},
           "Alder":{"category":{"index":{"000":0,"001":1},"label":{"000":"0 år","001":"1 år"}}},
           "ContentsCode":{"category":{"index":{"Personer1":0},"label":{"Personer1":"Personer"}}},
           "Tid":{"category":{"index":{"2019":0,"2020":1}}}},
         "value":[4479,4454,4186,4159,1,2,3,4, 9,9,9,9,9,9,9,9, 5,0,5,0,5,0,5,0, 10,20,30,40,50,60,70,80]}
        """;

    [Fact]
    public async Task Ages_and_sexes_are_added_and_only_municipalities_with_people_are_kept()
    {
        var read = (await ReadAsync(Table)).Select(each => $"{each.Municipality} {each.AsOf:yyyy-MM-dd} {each.Inhabitants} {each.Source}");

        Assert.Equal(
            [
                "0104 2019-01-01 20 SSB 07459",
                "0301 2019-01-01 8669 SSB 07459",
                "0301 2020-01-01 8619 SSB 07459",
                "3103 2019-01-01 160 SSB 07459",
                "3103 2020-01-01 200 SSB 07459",
            ],
            read,
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_total_is_not_added_to_its_parts()
    {
        var read = await ReadAsync(Table.Replace("\"1\":\"Menn\"", "\"1\":\"Begge kjønn\"", StringComparison.Ordinal));

        Assert.Equal(4, read.Single(each => each.Municipality.Number is 301 && each.AsOf.Year is 2019).Inhabitants);
    }

    [Theory]
    [InlineData("\"Personer1\"", "\"Births\"", "dimension.ContentsCode: the table must count persons and nothing else; it has 'Births'.")]
    [InlineData("4479", "4479.5", "Municipality 0301: '4479.5' is not a number of people.")]
    [InlineData("4479", "-1", "Municipality 0301: '-1' is not a number of people.")]
    [InlineData("\"2019\"", "\"2019K1\"", "'2019K1' stands where a year was expected.")]
    [InlineData("\"Region\"", "\"Place\"", "id: there is no dimension 'Region' in '07459: Befolkning'.")]
    public async Task Another_table_is_refused_with_what_stood_there(string right, string wrong, string told)
    {
        var changed = Table.Replace(right, wrong, StringComparison.Ordinal).Replace("\"geo\":[\"Place\"],", "", StringComparison.Ordinal);

        Assert.StartsWith(told, (await Assert.ThrowsAsync<FormatException>(() => ReadAsync(changed))).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_table_of_money_is_not_a_table_of_people()
    {
        await using var file = SharedData.Open("pxweb/ssb_v2_12134_data_0301_4601_5001_2024.json");
        var money = await JsonStatReader.ReadAsync(file);

        Assert.StartsWith("dimension.ContentsCode", Assert.Throws<FormatException>(() => PopulationTable.FromJsonStat(money)).Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Population>> ReadAsync(string json) =>
        PopulationTable.FromJsonStat(await JsonStatReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json))));
}
