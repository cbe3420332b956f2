using System.Text.Json;
using Mestring.Core.Places;
using Mestring.Formats.Ssb;

namespace Mestring.Formats.Tests.Ssb;

public sealed class SsbApiTests
{
    [Fact]
    public void Municipalities_are_asked_for_by_their_day() =>
        Assert.Equal("https://data.ssb.no/api/klass/v1/classifications/131/codesAt.json?date=2026-01-01", SsbApi.Municipalities(SsbApi.Live, new DateOnly(2026, 1, 1)).Address.ToString());

    [Fact]
    public void Population_is_asked_for_in_one_POST_whatever_the_number_of_municipalities()
    {
        var request = SsbApi.Population(new Uri("http://localhost:5000/api/"), 2026, [MunicipalityCode.FromNumber(5636), MunicipalityCode.FromNumber(301)]);

        Assert.Equal("http://localhost:5000/api/pxwebapi/v2/tables/07459/data?lang=no&outputFormat=json-stat2", request.Address.ToString());
        Assert.Equal(
            """{"selection":[{"variableCode":"Region","valueCodes":["0301","5636"]},{"variableCode":"ContentsCode","valueCodes":["Personer1"]},{"variableCode":"Tid","valueCodes":["2026"]}]}""",
            request.Json);
    }

    [Fact]
    public void Nobody_is_not_asked_for() => Assert.Throws<ArgumentException>(() => SsbApi.Population(SsbApi.Live, 2026, []));

    [Fact]
    public void A_refusal_that_is_not_JSON_is_explained_by_its_status() =>
        Assert.Equal("Statistics Norway answered 404. The address is unknown or too long.", SsbApi.Explain(404, "<!DOCTYPE html>"));

    [SkippableFact]
    public void The_refusals_Statistics_Norway_really_gives_are_explained()
    {
        using var file = SharedData.Open("pxweb/ssb_v2_error_responses_and_timings.json");
        using var document = JsonDocument.Parse(file);
        var told = document.RootElement.GetProperty("errors").EnumerateArray()
            .Select(error => SsbApi.Explain(error.GetProperty("status").GetInt32(), error.GetProperty("snippet").GetString()!)).ToList();

        Assert.StartsWith("Statistics Norway answered 400 (Non-existent table). The table has been moved", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Statistics Norway answered 400 (Non-existent value). A municipality code or the year", told[1], StringComparison.Ordinal);
        Assert.Equal("Statistics Norway answered 400 (Missing selection for mandantory variable). Download the table as JSON-stat2 or CSV from ssb.no/statbank and import the file.", told[2]);
    }
}
