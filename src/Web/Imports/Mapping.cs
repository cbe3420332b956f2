using System.Text.Json;

namespace Mestring.Web.Imports;

/// <summary>What somebody has said about a file: what its columns are, what its words mean, and what to do about what is wrong.</summary>
internal sealed record Mapping
{
    /// <summary>The target of each column that is read, by its place counted from 0.</summary>
    public Dictionary<int, string> Columns { get; init; } = [];

    /// <summary>Codes by field name, then by plain word (see <see cref="Words.Plain"/>).</summary>
    public Dictionary<string, Dictionary<string, string>> Words { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The cure chosen for a group of findings, by the group's key.</summary>
    public Dictionary<string, Cure> Cures { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Values that hold for every row, by field, where the file has no column for them.</summary>
    public Dictionary<string, string> Constants { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Whether somebody has said that the municipality holds the licence of COPM.</summary>
    public bool Licence { get; init; }

    /// <summary>Whether the hours of every decision without a unit are by the month.</summary>
    public bool HoursByMonth { get; init; }

    /// <summary>Whether the day or the month comes first in dates that can be read both ways; null while nobody has said.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Words and codes that stand where nothing is known, as <see cref="Headings.Folded"/> makes them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What columns show of how they are written, by place; made when the file is taken in.</summary>
    public Dictionary<int, ColumnFacts> Facts { get; init; } = [];

    /// <summary>Places of the columns that have any value.</summary>
    public IReadOnlyList<int> Filled { get; init; } = [];

    public static Mapping Read(string json) => JsonSerializer.Deserialize<Mapping>(json) ?? new Mapping();

    public string Json() => JsonSerializer.Serialize(this);

    /// <summary>The headings of columns that have values and are not read, apart from the codes an export has beside its words.</summary>
    public IReadOnlyList<string> NotRead(string[] names) =>
    [
        .. Filled.Where(i => i < names.Length && !Columns.ContainsKey(i) && !(i > 0 && Columns.TryGetValue(i - 1, out var before) && string.Equals(Headings.Target(names[i]), before, StringComparison.Ordinal) && names[i].Contains(Target.Find(before)!.Field.Item, StringComparison.Ordinal)))
            .Select(i => names[i]),
    ];
}
