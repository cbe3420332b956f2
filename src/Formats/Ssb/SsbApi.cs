using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mestring.Core.Places;

namespace Mestring.Formats.Ssb;

/// <summary>What to ask Statistics Norway for, and what its refusals mean. Sends nothing itself.</summary>
/// <remarks>PxWebApi v2 at data.ssb.no/api/pxwebapi/v2; at most 30 calls a minute and 800 000 cells, and an address of at most about 2 000 characters.</remarks>
public static class SsbApi
{
    /// <summary>Where Statistics Norway answers.</summary>
    public static readonly Uri Live = new("https://data.ssb.no/api/");

    /// <summary>The municipalities in force on a day, from KLASS 131; read the answer with <see cref="KlassAnswer"/>.</summary>
    public static SsbRequest Municipalities(Uri api, DateOnly on) =>
        new(new Uri(api, $"klass/v1/classifications/131/codesAt.json?date={on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"), null);

    /// <summary>
    /// Everybody in each municipality on 1 January of a year, from table 07459; sex and age are left out, so the table adds them up.
    /// Read the answer with <see cref="JsonStat.JsonStatReader"/> and <see cref="PopulationTable"/>.
    /// </summary>
    /// <param name="api">Such as <see cref="Live"/>, with a slash at the end.</param>
    /// <param name="year">The year; one call for each.</param>
    /// <param name="municipalities">Codes in force that year: one unknown code makes the table refuse the whole question.</param>
    /// <exception cref="ArgumentException">No municipality is asked for.</exception>
    /// <remarks>A POST, because the codes of all municipalities make the address of a GET too long, which is answered with 404.</remarks>
    public static SsbRequest Population(Uri api, int year, IEnumerable<MunicipalityCode> municipalities)
    {
        var codes = municipalities.OrderBy(code => code.Number).Select(code => (JsonNode)code.ToString()).ToArray();
        if (codes.Length is 0)
        {
            throw new ArgumentException("Ask for at least one municipality.", nameof(municipalities));
        }

        var body = new JsonObject
        {
            ["selection"] = new JsonArray(
                Selection("Region", codes),
                Selection("ContentsCode", "Personer1"),
                Selection("Tid", year.ToString(CultureInfo.InvariantCulture))),
        };
        return new SsbRequest(new Uri(api, "pxwebapi/v2/tables/07459/data?lang=no&outputFormat=json-stat2"), body.ToJsonString());
    }

    /// <summary>What a refusal means and what to do, in English.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The answer.</param>
    public static string Explain(int status, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var title = Title(body);
        var cure = (status, title) switch
        {
            (429, _) => "It allows 30 calls a minute: wait a minute and try again.",
            (_, "Non-existent table") => "The table has been moved or closed: look up table 07459 at ssb.no/statbank.",
            (_, "Non-existent value") => "A municipality code or the year is not in the table: import the municipalities of that year first.",
            (404, _) => "The address is unknown or too long.",
            ( >= 500, _) => "It is not answering just now: try again later.",
            _ => "Download the table as JSON-stat2 or CSV from ssb.no/statbank and import the file.",
        };
        return $"Statistics Norway answered {status.ToString(CultureInfo.InvariantCulture)}{(title is null ? string.Empty : $" ({title})")}. {cure}";
    }

    private static JsonObject Selection(string variable, params JsonNode[] values) => new() { ["variableCode"] = variable, ["valueCodes"] = new JsonArray(values) };

    private static string? Title(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject problem && problem["title"] is JsonValue title && title.TryGetValue<string>(out var text) ? text : null;
        }
        catch (JsonException)
        {
            // A page in HTML instead of problem details: the status says what there is to say.
            return null;
        }
    }
}
