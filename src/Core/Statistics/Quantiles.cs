namespace Mestring.Core.Statistics;

/// <summary>Sample quantiles of type 7: linear between order statistics, the smallest value at 0 and the largest at 1.</summary>
/// <remarks>Hyndman and Fan, Am Stat 1996;50:361–365, definition 7.</remarks>
public static class Quantiles
{
    /// <summary>The value below which a share <paramref name="p"/> of the sample lies; null for an empty sample.</summary>
    /// <param name="sorted">The sample, smallest first.</param>
    /// <param name="p">A fraction in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is outside [0, 1].</exception>
    public static double? OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);
        if (sorted.IsEmpty)
        {
            return null;
        }

        var position = (sorted.Length - 1) * p;
        var below = (int)position;
        return below + 1 >= sorted.Length
            ? sorted[^1]
            : sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>As <see cref="OfSorted"/> for a sample in any order, which is left as it is.</summary>
    public static double? Of(ReadOnlySpan<double> sample, double p)
    {
        var sorted = sample.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, p);
    }

    /// <summary>The middle value of a sample in any order; null for an empty sample.</summary>
    public static double? Median(ReadOnlySpan<double> sample) => Of(sample, 0.5);
}
