using System.Text.Json;

namespace Mestring.Web.Imports;

/// <summary>A mapping as a person writes it for the command line: targets by the name of a column, codes by word.</summary>
/// <param name="Columns">Such as <c>"Referanse": "pseudonym"</c>; columns that are left out are read by their name, and an empty target is not read.</param>
/// <param name="Words">Codes by field and word, such as <c>"sex": { "dame": "Woman" }</c>.</param>
/// <param name="Constants">Values of every row, such as <c>"household": "Alone"</c>.</param>
/// <param name="Licence">Whether the municipality holds the licence of COPM.</param>
/// <param name="HoursByMonth">Whether hours without a unit are by the month.</param>
internal sealed record MappingFile(
    Dictionary<string, string>? Columns, Dictionary<string, Dictionary<string, string>>? Words, Dictionary<string, string>? Constants, bool Licence = false, bool HoursByMonth = false)
{
    private static readonly JsonSerializerOptions Strictly = new(JsonSerializerOptions.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <exception cref="FormatException">The text is no mapping, or names a target or a code that is not there.</exception>
    public static MappingFile Read(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<MappingFile>(json, Strictly) ?? throw new FormatException("The mapping is empty.");
            foreach (var target in read.Columns?.Values.Where(t => t.Length > 0 && Target.Find(t) is null) ?? [])
            {
                throw new FormatException($"The mapping names '{target}', which is no field. Fields are named as in an export for programs, such as birth-year or weeks10.tug.");
            }

            foreach (var (field, code) in read.Constants ?? [])
            {
                if (Target.Find(field) is not { } target || !target.Field.Accepts(code))
                {
                    throw new FormatException($"The mapping gives every row {field} = '{code}', which the field does not take.");
                }
            }

            foreach (var (field, codes) in read.Words ?? [])
            {
                var fields = Target.All.Select(t => t.Field).Where(f => string.Equals(f.Name, field, StringComparison.Ordinal)).ToList();
                if (fields.Count == 0)
                {
                    throw new FormatException($"The mapping has words for '{field}', which is no field.");
                }

                if (codes.FirstOrDefault(c => !fields.Exists(f => f.Accepts(c.Value))) is { Key: { } word, Value: var code })
                {
                    throw new FormatException($"The mapping says that '{word}' in {field} means '{code}', which the field does not take.");
                }
            }

            return read;
        }
        catch (JsonException e)
        {
            throw new FormatException($"The mapping is not the JSON it should be: {e.Message}", e);
        }
    }

    /// <summary>The mapping for a file with these columns, on top of what the municipality has said before.</summary>
    public static Mapping For(MappingFile? file, string[] names, Meanings before)
    {
        var said = new Dictionary<string, string>(before.Columns, StringComparer.Ordinal);
        foreach (var (name, target) in file?.Columns ?? [])
        {
            said[Imports.Words.Plain(name)] = target;
        }

        var words = new Dictionary<string, Dictionary<string, string>>(before.Words, StringComparer.Ordinal);
        foreach (var (field, codes) in file?.Words ?? [])
        {
            words[field] = codes.ToDictionary(c => Imports.Words.Plain(c.Key), c => c.Value, StringComparer.Ordinal);
        }

        return new Mapping
        {
            Columns = Meanings.Propose(names, before with { Columns = said }),
            Words = words,
            Constants = file?.Constants ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Licence = file?.Licence ?? false,
            HoursByMonth = file?.HoursByMonth ?? false,
        };
    }
}
