using System.Text.Json;

namespace Mestring.Web.Imports;

/// <summary>A mapping as a person writes it for the command line: targets by the name of a column, codes by word.</summary>
/// <param name="Columns">Such as <c>"Referanse": "pseudonym"</c>; columns that are left out are read by their name, and an empty target is not read.</param>
/// <param name="Words">Codes by field and word, such as <c>"sex": { "dame": "Woman" }</c>.</param>
/// <param name="Constants">Values of every row, such as <c>"household": "Alone"</c>.</param>
/// <param name="Licence">Whether the municipality holds the licence of COPM.</param>
/// <param name="HoursByMonth">Whether hours without a unit are by the month.</param>
/// <param name="Dates">"day-first" or "month-first", for dates that can be read both ways.</param>
/// <param name="Missing">Words and codes that stand where nothing is known, such as "-" and "99".</param>
/// <param name="SeparateCases">Whether a case that overlaps another of the same pseudonym is a case of its own.</param>
internal sealed record MappingFile(
    Dictionary<string, string>? Columns, Dictionary<string, Dictionary<string, string>>? Words, Dictionary<string, string>? Constants, bool Licence = false, bool HoursByMonth = false,
    string? Dates = null, string[]? Missing = null, bool SeparateCases = false)
{
    private const string DayFirst = "day-first";
    private const string MonthFirst = "month-first";

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

            if (read.Dates is not (null or DayFirst or MonthFirst))
            {
                throw new FormatException($"The mapping says that dates are '{read.Dates}'. Write {DayFirst} or {MonthFirst}.");
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

                if (codes.FirstOrDefault(c => c.Value.Length > 0 && !fields.Exists(f => f.Accepts(c.Value))) is { Key: { } word, Value: var code })
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

    /// <summary>The mapping for a file with these columns, on top of what the municipality has said before and what its columns show.</summary>
    public static Mapping For(MappingFile? file, string[] names, Meanings before, Mapping shown)
    {
        var said = (file?.Columns ?? []).ToDictionary(c => Headings.Folded(c.Key), c => c.Value, StringComparer.Ordinal);
        var words = new Dictionary<string, Dictionary<string, string>>(before.Words, StringComparer.Ordinal);
        foreach (var (field, codes) in file?.Words ?? [])
        {
            words[field] = codes.ToDictionary(c => Imports.Words.Plain(TypedText.Line(c.Key)), c => c.Value, StringComparer.Ordinal);
        }

        return shown with
        {
            Columns = Headings.Targets(names, shown.Facts, name => said.GetValueOrDefault(Headings.Folded(name)) ?? before.Of(name, names)),
            Words = words,
            Constants = file?.Constants ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Licence = file?.Licence ?? false,
            HoursByMonth = file?.HoursByMonth ?? false,
            Dates = file?.Dates switch { DayFirst => Core.DateOrder.DayFirst, MonthFirst => Core.DateOrder.MonthFirst, _ => null },
            Missing = file?.Missing is { } missing ? [.. missing.Select(Headings.Folded)] : before.Missing ?? [],
            Cures = file?.SeparateCases is true ? new Dictionary<string, Cure>(StringComparer.Ordinal) { [$"{FindingKind.OverlappingCase}"] = Cure.WithoutValue } : new(StringComparer.Ordinal),
        };
    }
}
