using System.Text.Json;

namespace Mestring.Web.Imports;

/// <summary>What a check, or the import itself, came to.</summary>
public sealed record Report
{
    /// <summary>Rows of a group that are shown; the rest are in the file of refused rows.</summary>
    public const int Shown = 20;

    public int Rows { get; init; }

    /// <summary>Rows that are refused.</summary>
    public int Rejected { get; init; }

    /// <summary>Rows that are ready, but worth a second look.</summary>
    public int Doubtful { get; init; }

    /// <summary>New courses.</summary>
    public int Created { get; init; }

    /// <summary>Courses that get other values.</summary>
    public int Updated { get; init; }

    /// <summary>Courses that stay as they are.</summary>
    public int Unchanged { get; init; }

    public IReadOnlyList<Group> Groups { get; init; } = [];

    /// <summary>Whether there are more causes than are told.</summary>
    public bool HasMoreGroups { get; init; }

    /// <summary>The first courses that change, field by field.</summary>
    public IReadOnlyList<Sample> Samples { get; init; } = [];

    /// <summary>Courses that an undone import left as they were before.</summary>
    public int Back { get; init; }

    /// <summary>Courses in which something stays, because it was changed after the import.</summary>
    public int Kept { get; init; }

    public int Ready => Rows - Rejected;

    public static Report? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<Report>(json);

    /// <summary>What is kept once the courses are written: numbers, and nothing that stood in the file or in a course.</summary>
    public Report Numbers() => this with { Groups = [], Samples = [] };

    public string Json() => JsonSerializer.Serialize(this);

    /// <summary>Findings with one cause.</summary>
    /// <param name="First">The first of them; says what it is.</param>
    /// <param name="Count">How many rows.</param>
    /// <param name="Findings">The first <see cref="Shown"/>.</param>
    public sealed record Group(Finding First, int Count, IReadOnlyList<Finding> Findings);

    /// <summary>A course that changes.</summary>
    public sealed record Sample(string Pseudonym, string StartedOn, IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> After);
}
