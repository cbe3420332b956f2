namespace Mestring.Core.Statistics;

/// <summary>Ranks of units by their values.</summary>
public static class Ranking
{
    /// <summary>Competition ranks: the largest has rank 1, equal values share the best rank, and the ranks between are passed over.</summary>
    /// <param name="values">Values as written (decimal) or as computed (double), compared exactly; null has no rank.</param>
    public static IReadOnlyList<int?> Of<T>(IReadOnlyCollection<T?> values)
        where T : struct, IComparable<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var place = new Dictionary<T, int>();
        var next = 1;
        foreach (var value in values.OfType<T>().OrderDescending())
        {
            place.TryAdd(value, next++);
        }

        return [.. values.Select(v => v is { } value ? place[value] : (int?)null)];
    }
}
