namespace Mestring.Web.Imports;

/// <summary>What the cells of a column show together, where one alone does not tell.</summary>
internal sealed record ColumnFacts
{
    /// <summary>Which of day and month comes first; <see cref="DateOrder.Either"/> when some dates show the one and some the other; null when none shows it.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Whether a date that is parted by points can only have the month first, and none shows the day: then nobody can tell.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether a point parts decimals (false), or thousands (true); null when no number shows it, or they differ.</summary>
    public bool? PointIsThousands { get; init; }

    /// <summary>Whether a comma parts thousands, as some number shows.</summary>
    public bool CommaIsThousands { get; init; }

    /// <summary>Whether all that stands there are words for a week or a month.</summary>
    public bool IsUnits { get; init; }

    /// <summary>The short whole numbers that stand there, which may be codes.</summary>
    public IReadOnlyList<string> Digits { get; init; } = [];
}
