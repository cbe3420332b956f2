using System.Text;
using Mestring.Formats.JsonStat;

namespace Mestring.Formats.Tests.JsonStat;

public sealed class JsonStatReaderTests
{
    private const string Small = """
        {"version":"2.0","class":"dataset","label":"t","role":{"geo":["R"],"time":["T"]},"id":["R","T"],"size":[2,2],
         "dimension":{"R":{"category":{"index":{"b":1,"a":0}}},"T":{"label":"year","category":{"index":["2023","2024"],"label":{"2023":"x"}}}},
         "value":[1,null,3,4.5],"status":{"1":".."}}
        """;

    [Fact]
    public async Task Values_are_laid_out_with_the_last_dimension_fastest()
    {
        var table = await ReadAsync(Small);

        Assert.Equal("a b", string.Join(' ', table.Dimensions[0].Categories.Select(each => each.Code)));
        Assert.Equal(3, table.Values[table.IndexOf([1, 0])]);
        Assert.Null(table.Values[table.IndexOf([0, 1])]);
        Assert.Equal("..", table.Status[1]);
        Assert.Equal(("x", "2024"), (table.Dimensions[1].Categories[0].Label, table.Dimensions[1].Categories[1].Label));
    }

    [Fact]
    public async Task Values_may_come_as_an_object_by_position()
    {
        var table = await ReadAsync(Small.Replace("[1,null,3,4.5]", """{"3":7}""", StringComparison.Ordinal));

        Assert.Equal([null, null, null, 7d], table.Values);
    }

    [Theory]
    [InlineData("\"class\":\"dataset\"", "\"class\":\"collection\"", "class: a JSON-stat answer has \"class\": \"dataset\"")]
    [InlineData("[1,null,3,4.5]", "[1,2,3]", "value: the sizes give 4 numbers, and 3 stand there.")]
    [InlineData("4.5]", "\"x\"]", "value[3]: 'x' stands where a number or null was expected.")]
    [InlineData("\"size\":[2,2]", "\"size\":[2]", "size: there are 2 dimensions and 1 sizes.")]
    [InlineData("\"size\":[2,2]", "\"size\":[3,2]", "dimension.R: size says 3 values, and 2 stand there.")]
    [InlineData("\"R\":{\"category\"", "\"Q\":{\"category\"", "dimension.R is missing.")]
    [InlineData("{\"version\"", "<html", "Line 1: this is not JSON.")]
    public async Task What_is_wrong_is_told_with_its_place(string right, string wrong, string told)
    {
        var fault = await Assert.ThrowsAsync<FormatException>(() => ReadAsync(Small.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.StartsWith(told, fault.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_answer_of_Statistics_Norway_is_read_with_its_roles_and_date()
    {
        await using var file = SharedData.Open("pxweb/ssb_v2_12134_data_0301_4601_5001_2024.json");
        var table = await JsonStatReader.ReadAsync(file);

        Assert.Equal([81240d, 66605d, 62853d], table.Values);
        Assert.Equal("Trondheim - Tråante", table.Dimensions[0].Categories[2].Label);
        Assert.Equal("KOKkommuneregion0000", Assert.Single(table.PlaceDimensions));
        Assert.Equal(new DateTimeOffset(2026, 3, 16, 7, 0, 0, TimeSpan.Zero), table.Updated);
    }

    [SkippableFact]
    public async Task A_Swedish_answer_in_five_dimensions_adds_up()
    {
        await using var file = SharedData.Open("pxweb/scb_v2_TAB6471_data.json");
        var table = await JsonStatReader.ReadAsync(file);

        Assert.Equal(5, table.Dimensions.Count);
        Assert.Equal(table.Dimensions.Aggregate(1, (product, dimension) => product * dimension.Categories.Count), table.Values.Count);
        Assert.Equal("Tid", Assert.Single(table.TimeDimensions));
    }

    private static Task<JsonStatDataset> ReadAsync(string json) => JsonStatReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
