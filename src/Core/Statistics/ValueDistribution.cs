namespace Mestring.Core.Statistics;

/// <summary>How the values of several units are spread, and each unit's rank.</summary>
/// <param name="Sorted">The values, smallest first.</param>
/// <remarks>Type 7 quantiles: Hyndman and Fan, Am Stat 1996;50:361–365.</remarks>
public sealed record ValueDistribution(IReadOnlyList<double> Sorted)
{
    /// <summary>The distribution of values in any order.</summary>
    public static ValueDistribution Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return new ValueDistribution(sorted);
    }

    /// <summary>The mean; null without values.</summary>
    public double? Mean => Moments.Of([.. Sorted]).Mean;

    /// <summary>The type 7 quantile at a fraction in [0, 1]; null without values.</summary>
    public double? Quantile(double p) => Quantiles.OfSorted([.. Sorted], p);

    /// <summary>Competition ranks: the largest has rank 1, equal values share the best rank, and the next rank is passed over.</summary>
    /// <param name="values">Values as written, compared exactly; null has no rank.</param>
    public static IReadOnlyList<int?> Ranks(IReadOnlyCollection<decimal?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var place = new Dictionary<decimal, int>();
        var next = 1;
        foreach (var value in values.OfType<decimal>().OrderDescending())
        {
            place.TryAdd(value, next++);
        }

        return [.. values.Select(v => v is { } value ? place[value] : (int?)null)];
    }
}
