namespace Mestring.Formats.JsonStat;

/// <summary>A table as PxWebApi answers it in JSON-stat 2: dimensions, and one number for each combination of their values.</summary>
public sealed record JsonStatDataset
{
    /// <summary>What the table is.</summary>
    public required string Label { get; init; }

    /// <summary>Who published it; null when the answer does not say.</summary>
    public string? Source { get; init; }

    /// <summary>When it was published; null when the answer does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The dimensions, the last one running fastest.</summary>
    public required IReadOnlyList<JsonStatDimension> Dimensions { get; init; }

    /// <summary>The numbers, row by row over <see cref="Dimensions"/>; null where there is none, see <see cref="Status"/>.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>Why a number is missing, by its place in <see cref="Values"/>: <c>.</c> not possible, <c>..</c> missing, <c>:</c> confidential.</summary>
    public required IReadOnlyDictionary<int, string> Status { get; init; }

    /// <summary>Ids of the dimensions that hold places.</summary>
    public required IReadOnlyList<string> PlaceDimensions { get; init; }

    /// <summary>Ids of the dimensions that hold time.</summary>
    public required IReadOnlyList<string> TimeDimensions { get; init; }

    /// <summary>Ids of the dimensions that hold what is measured.</summary>
    public required IReadOnlyList<string> MetricDimensions { get; init; }

    /// <summary>The place in <see cref="Values"/> of one combination.</summary>
    /// <param name="positions">One position for each dimension, in order.</param>
    public int IndexOf(ReadOnlySpan<int> positions)
    {
        var index = 0;
        for (var i = 0; i < Dimensions.Count; i++)
        {
            index = (index * Dimensions[i].Categories.Count) + positions[i];
        }

        return index;
    }
}
