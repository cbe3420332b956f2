using System.Globalization;
using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Access;

/// <summary>What the trail holds in the words of people: never a key of the program, and never an id.</summary>
internal sealed class LogWords(NetworkDefinition? network, Texts texts)
{
    private const int Longest = 200;

    /// <summary>The values of one side of an entry, each with its name; a value that has no word of its own is left out.</summary>
    public IReadOnlyList<Log.Value> Values(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.ValueKind is JsonValueKind.Object ? Of(document.RootElement) : Value(string.Empty, document.RootElement) is { Length: > 0 } said ? [new Log.Value(string.Empty, said)] : []];
    }

    private IEnumerable<Log.Value> Of(JsonElement values)
    {
        foreach (var property in values.EnumerateObject())
        {
            if (Name(property.Name) is { } name && Value(property.Name, property.Value) is { Length: > 0 } said)
            {
                yield return new Log.Value(name, said.Length > Longest ? $"{said[..Longest]} …" : said);
            }
        }
    }

    private string? Name(string key)
    {
        if (network?.Programme.Figures.FirstOrDefault(f => string.Equals(f.Id, key, StringComparison.Ordinal)) is { } figure)
        {
            return figure.Label[texts.Language];
        }

        var field = $"access.log.field.{char.ToLowerInvariant(key[0])}{key[1..]}";
        return Texts.Has(field) ? texts[field]
            : DateOnly.TryParseExact($"{key}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? texts.Month(month)
            : null;
    }

    private string Value(string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Said(value.GetString()!),
        JsonValueKind.Number => key is "Year" ? value.ToString() : Shown(value.GetDouble()),
        JsonValueKind.True => texts["access.log.value.yes"],
        JsonValueKind.False => texts["access.log.value.no"],
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => Value(key, v)).Where(v => v.Length > 0)),
        JsonValueKind.Object when value.TryGetProperty("Value", out var number) => Figure(value, number),
        JsonValueKind.Object when value.TryGetProperty(texts.Language.ToString(), out var spoken) => spoken.GetString() ?? string.Empty,
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(p => $"{(Texts.Has($"cases.profession.{p.Name}") ? texts[$"cases.profession.{p.Name}"] : Name(p.Name))} {Value(p.Name, p.Value)}")),
        _ => string.Empty,
    };

    /// <summary>With as many decimals as it has, at most two.</summary>
    private string Shown(double number) => texts.Number(number, Enumerable.Range(0, 2).FirstOrDefault(decimals => Math.Round(number, decimals) == Math.Round(number, 2), 2));

    /// <summary>One figure of a delivery: its number or why there is none, and its note.</summary>
    private string Figure(JsonElement entry, JsonElement number)
    {
        var said = number.ValueKind is JsonValueKind.Number ? Value(string.Empty, number)
            : entry.TryGetProperty("Reason", out var reason) && reason.ValueKind is JsonValueKind.Number or JsonValueKind.String ? Said(reason.ValueKind is JsonValueKind.Number ? ((Core.Indicators.FigureState)reason.GetInt32()).ToString() : reason.GetString()!)
            : texts["access.log.value.empty"];
        return entry.TryGetProperty("Note", out var note) && note.ValueKind is JsonValueKind.String && note.GetString() is { Length: > 0 } text ? $"{said} ({text})" : said;
    }

    private string Said(string value) => value.Length == 0 ? texts["access.log.value.empty"]
        : Texts.Has($"access.log.value.{value}") ? texts[$"access.log.value.{value}"]
        : Guid.TryParse(value, out _) ? string.Empty
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? texts.Date(day)
        : value;
}
