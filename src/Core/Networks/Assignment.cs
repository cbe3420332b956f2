namespace Mestring.Core.Networks;

/// <summary>Work a municipality does between gatherings and hands in.</summary>
public sealed record Assignment
{
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What to do.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>What to hand in.</summary>
    public required LocalizedText HandIn { get; init; }

    /// <summary>The gathering it is due for.</summary>
    public required int ForGathering { get; init; }

    /// <summary>Days before that gathering's first day; negative when it is due after.</summary>
    public int DaysBefore { get; init; }
}
