using System.Globalization;
using System.Text.Json;

namespace Mestring.Formats.JsonStat;

/// <summary>Reads JSON-stat 2 as PxWebApi writes it (SSB, SCB).</summary>
/// <remarks>json-stat.org/full: values row-major over <c>id</c>, as an array or as an object by position; category index as an object or an array.</remarks>
public static class JsonStatReader
{
    /// <summary>Reads one data set.</summary>
    /// <exception cref="FormatException">The text is not such a data set; the message says where and what stood there.</exception>
    public static async Task<JsonStatDataset> ReadAsync(Stream json, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = await JsonDocument.ParseAsync(json, cancellationToken: cancellation);
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {fault.LineNumber + 1}: this is not JSON. Save the answer again as json-stat2.", fault);
        }
    }

    private static JsonStatDataset Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object || Text(root, "class") is not "dataset")
        {
            throw new FormatException("class: a JSON-stat answer has \"class\": \"dataset\"; this one has not. Ask for the format json-stat2.");
        }

        var ids = Strings(Need(root, "id"), "id");
        var sizes = Need(root, "size").EnumerateArray().Select(size => size.GetInt32()).ToList();
        if (ids.Count != sizes.Count)
        {
            throw new FormatException($"size: there are {ids.Count} dimensions and {sizes.Count} sizes.");
        }

        var dimensions = Need(root, "dimension");
        var read = ids.Select((id, i) => Dimension(Need(dimensions, id, "dimension"), id, sizes[i])).ToList();
        var cells = sizes.Aggregate(1L, (product, size) => product * size);
        return new JsonStatDataset
        {
            Label = Text(root, "label") ?? string.Empty,
            Source = Text(root, "source"),
            Updated = DateTimeOffset.TryParse(Text(root, "updated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var updated) ? updated : null,
            Dimensions = read,
            Values = Values(Need(root, "value"), cells),
            Status = Status(root),
            PlaceDimensions = Role(root, "geo"),
            TimeDimensions = Role(root, "time"),
            MetricDimensions = Role(root, "metric"),
        };
    }

    private static JsonStatDimension Dimension(JsonElement dimension, string id, int size)
    {
        var category = Need(dimension, "category", $"dimension.{id}");
        var labels = category.TryGetProperty("label", out var found) ? found.EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetString() ?? each.Name, StringComparer.Ordinal) : [];
        var codes = !category.TryGetProperty("index", out var index)
            ? [.. labels.Keys]
            : index.ValueKind is JsonValueKind.Array
                ? Strings(index, $"dimension.{id}.category.index")
                : [.. index.EnumerateObject().OrderBy(each => each.Value.GetInt32()).Select(each => each.Name)];
        return codes.Count == size
            ? new JsonStatDimension(id, Text(dimension, "label") ?? id, [.. codes.Select(code => new JsonStatCategory(code, labels.GetValueOrDefault(code, code)))])
            : throw new FormatException($"dimension.{id}: size says {size} values, and {codes.Count} stand there.");
    }

    private static double?[] Values(JsonElement value, long cells)
    {
        if (value.ValueKind is JsonValueKind.Object)
        {
            var sparse = new double?[cells];
            foreach (var each in value.EnumerateObject())
            {
                sparse[Position(each.Name, cells)] = Number(each.Value, $"value.{each.Name}");
            }

            return sparse;
        }

        return value.GetArrayLength() == cells
            ? [.. value.EnumerateArray().Select((each, i) => Number(each, $"value[{i}]"))]
            : throw new FormatException($"value: the sizes give {cells} numbers, and {value.GetArrayLength()} stand there. The answer may be cut off.");
    }

    private static int Position(string name, long cells) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position < cells
        ? position
        : throw new FormatException($"value.{name}: a position from 0 to {cells - 1} was expected.");

    private static double? Number(JsonElement element, string place) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => element.GetDouble(),
        _ => throw new FormatException($"{place}: '{element}' stands where a number or null was expected."),
    };

    private static Dictionary<int, string> Status(JsonElement root)
    {
        if (!root.TryGetProperty("status", out var status))
        {
            return [];
        }

        var pairs = status.ValueKind is JsonValueKind.Array
            ? status.EnumerateArray().Select((each, i) => (i, each.GetString()))
            : status.EnumerateObject().Select(each => (int.Parse(each.Name, CultureInfo.InvariantCulture), each.Value.GetString()));
        return pairs.Where(pair => !string.IsNullOrEmpty(pair.Item2)).ToDictionary(pair => pair.Item1, pair => pair.Item2!);
    }

    private static List<string> Role(JsonElement root, string role) =>
        root.TryGetProperty("role", out var roles) && roles.TryGetProperty(role, out var ids) ? Strings(ids, $"role.{role}") : [];

    private static List<string> Strings(JsonElement array, string place) => array.ValueKind is JsonValueKind.Array
        ? [.. array.EnumerateArray().Select(each => each.GetString() ?? throw new FormatException($"{place}: null stands where a code was expected."))]
        : throw new FormatException($"{place}: '{array}' stands where a list was expected.");

    private static JsonElement Need(JsonElement parent, string name, string? place = null) => parent.TryGetProperty(name, out var found)
        ? found
        : throw new FormatException($"{(place is null ? name : $"{place}.{name}")} is missing. Ask for the format json-stat2.");

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String ? found.GetString() : null;
}
