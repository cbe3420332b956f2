using System.Globalization;
using System.Text.Json;
using Mestring.Core.Places;

namespace Mestring.Formats.Ssb;

/// <summary>Statistics Norway's KLASS answer for classification 131 (municipalities): <c>codesAt</c> as JSON.</summary>
public static class KlassAnswer
{
    private static readonly MunicipalityCode Unknown = MunicipalityCode.FromNumber(9999);

    /// <summary>The municipalities in the answer, by code; "unknown" is left out.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="asked">The day that was asked for; the first day of a municipality whose own the answer leaves out.</param>
    /// <param name="counties">County names by their two digits; the answer has none. A county that is not among them is named by its digits.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="FormatException">The text is not such an answer; the message says where and what stood there.</exception>
    public static async Task<IReadOnlyList<Municipality>> ReadAsync(Stream json, DateOnly asked, IReadOnlyDictionary<string, string> counties, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(counties);
        try
        {
            using var document = await JsonDocument.ParseAsync(json, cancellationToken: cancellation);
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("codes", out var codes) || codes.ValueKind is not JsonValueKind.Array)
            {
                throw new FormatException("codes: the list of codes is missing. Ask KLASS for classification 131, codesAt, as JSON.");
            }

            return
            [
                .. codes.EnumerateArray()
                    .Select((item, i) => Read(item, $"codes[{i}]", asked, counties))
                    .Where(each => each.Code != Unknown)
                    .OrderBy(each => each.Code.Number),
            ];
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {fault.LineNumber + 1}: this is not JSON. Ask KLASS for the answer again as JSON.", fault);
        }
    }

    private static Municipality Read(JsonElement item, string place, DateOnly asked, IReadOnlyDictionary<string, string> counties)
    {
        var text = Text(item, "code");
        if (!MunicipalityCode.TryParse(text, CultureInfo.InvariantCulture, out var code))
        {
            throw new FormatException($"{place}.code: '{text}' stands where four digits were expected. Is this classification 131?");
        }

        var name = Text(item, "name");
        var county = text[..2];
        return string.IsNullOrWhiteSpace(name)
            ? throw new FormatException($"{place}.name: municipality {text} has no name.")
            : new Municipality(code, name.Trim(), county, counties.GetValueOrDefault(county, county), Day(item, "validFrom", place) ?? asked, Day(item, "validTo", place));
    }

    private static DateOnly? Day(JsonElement item, string property, string place) => Text(item, property) switch
    {
        null or "" => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new FormatException($"{place}.{property}: '{text}' stands where a date such as 2024-01-01 was expected."),
    };

    private static string? Text(JsonElement item, string property) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(property, out var found) && found.ValueKind is JsonValueKind.String ? found.GetString() : null;
}
