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

    public static Mapping Read(string json) => JsonSerializer.Deserialize<Mapping>(json) ?? new Mapping();

    public string Json() => JsonSerializer.Serialize(this);
}
