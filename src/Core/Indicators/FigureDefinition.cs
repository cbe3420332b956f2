namespace Mestring.Core.Indicators;

/// <summary>One number a municipality reports for a year, asked for once and used by several indicators.</summary>
public sealed record FigureDefinition
{
    /// <summary>Stable key, such as <c>users</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the form calls it.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>How to count it.</summary>
    public required LocalizedText Help { get; init; }

    /// <summary>The unit a person reads, such as "kr" or "persons".</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Decimals accepted and shown; 0 for counts.</summary>
    public int Decimals { get; init; }

    /// <summary>The lowest number that can be true; null when there is none.</summary>
    public double? Min { get; init; }

    /// <summary>The highest number that can be true; null when there is none.</summary>
    public double? Max { get; init; }

    /// <summary>Id of the figure this one is a part of and cannot be above; null when there is none.</summary>
    public string? PartOf { get; init; }

    /// <summary>Id of the figure that counts the people among whom these hours a week are divided; null when the figure is no hours a week.</summary>
    public string? WeeklyHoursOf { get; init; }

    /// <summary>Whether the figure counts service users, and so may not leave the municipality when it is small.</summary>
    public bool CountsServiceUsers { get; init; }

    /// <summary>Whether a number is between <see cref="Min"/> and <see cref="Max"/>, ends included.</summary>
    public bool Allows(double number) => double.IsFinite(number) && !(number < Min) && !(number > Max);
}
