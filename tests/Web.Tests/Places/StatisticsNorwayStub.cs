using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mestring.Web.Tests.Places;

/// <summary>
/// Statistics Norway on loopback: replays the KLASS answer, and answers table 07459 in the shape of PxWebApi v2 from the
/// totals of the shared population file. Years after <c>newest</c> are refused as the table refuses them.
/// </summary>
internal sealed class StatisticsNorwayStub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StatisticsNorwayStub(WebApplication app) => _app = app;

    public Uri Address => new($"{_app.Urls.Single()}/api/");

    public List<string> Asked { get; } = [];

    public static async Task<StatisticsNorwayStub> Start(int newest, int? status = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StatisticsNorwayStub(app);
        var klass = await File.ReadAllTextAsync(SharedData.Path("pxweb/ssb_klass_131_codesAt_2026-01-01.json"));
        var totals = (await File.ReadAllLinesAsync(SharedData.Path("population/population_by_municipality_year_b2024.csv"))).Skip(1)
            .Select(line => line.Split(',')).ToDictionary(cells => (cells[0], cells[^2]), cells => int.Parse(cells[^1], CultureInfo.InvariantCulture));
        app.MapGet("/api/klass/v1/classifications/131/codesAt.json", (string date) =>
        {
            stub.Asked.Add($"KLASS {date}");
            return status is { } refusal ? Results.StatusCode(refusal) : Results.Text(klass, "application/json");
        });
        app.MapPost("/api/pxwebapi/v2/tables/07459/data", async (HttpRequest request) =>
        {
            var question = (await JsonNode.ParseAsync(request.Body))!["selection"]!.AsArray().ToDictionary(s => (string)s!["variableCode"]!, s => s!["valueCodes"]!.AsArray().Select(v => (string)v!).ToList(), StringComparer.Ordinal);
            var year = question["Tid"].Single();
            stub.Asked.Add($"07459 {year}");
            return int.Parse(year, CultureInfo.InvariantCulture) > newest
                ? Results.Text("""{"type":"Parameter error","title":"Non-existent value","status":400}""", "application/problem+json", statusCode: (int)HttpStatusCode.BadRequest)
                : Results.Text(Table(question["Region"], year, totals), "application/json");
        });
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Table(List<string> codes, string year, Dictionary<(string, string), int> totals) => new JsonObject
    {
        ["version"] = "2.0",
        ["class"] = "dataset",
        ["label"] = "07459: Befolkning, etter region, statistikkvariabel og år",
        ["source"] = "Statistisk sentralbyrå",
        ["role"] = new JsonObject { ["time"] = new JsonArray("Tid"), ["geo"] = new JsonArray("Region"), ["metric"] = new JsonArray("ContentsCode") },
        ["id"] = new JsonArray("Region", "ContentsCode", "Tid"),
        ["size"] = new JsonArray(codes.Count, 1, 1),
        ["dimension"] = new JsonObject
        {
            ["Region"] = Dimension("region", codes),
            ["ContentsCode"] = Dimension("statistikkvariabel", ["Personer1"]),
            ["Tid"] = Dimension("år", [year]),
        },
        ["value"] = new JsonArray([.. codes.Select(code => (JsonNode)totals[(code, year)])]),
    }.ToJsonString();

    private static JsonObject Dimension(string label, List<string> codes) => new()
    {
        ["label"] = label,
        ["category"] = new JsonObject
        {
            ["index"] = new JsonObject(codes.Select((code, i) => KeyValuePair.Create<string, JsonNode?>(code, i))),
            ["label"] = new JsonObject(codes.Select(code => KeyValuePair.Create<string, JsonNode?>(code, code))),
        },
    };
}
