namespace Mestring.Core.Statistics;

/// <summary>Wilcoxon's signed rank test of a set of changes: are they spread evenly around 0?</summary>
/// <param name="NonZero">Changes that are not 0; zeros are dropped before ranking.</param>
/// <param name="V">The sum of the ranks of the positive changes, tied sizes sharing the mean of their ranks.</param>
/// <param name="Z">The standardised V with tie and continuity correction; null when exact or undefined.</param>
/// <param name="P">Two-sided probability, a fraction in [0, 1]; null without a non-zero change.</param>
/// <param name="IsExact">Whether P counts every pattern of signs instead of using the normal approximation.</param>
/// <remarks>Wilcoxon, Biometrics Bull 1945;1:80–83; Hollander and Wolfe, Nonparametric Statistical Methods, 1973, 27–33.</remarks>
public sealed record SignedRank(int NonZero, double V, double? Z, double? P, bool IsExact)
{
    /// <summary>Non-zero changes from which the exact count gives way to the approximation.</summary>
    public const int ExactBelow = 50;

    /// <summary>
    /// The test of <paramref name="changes"/>: exact with fewer than 50 non-zero changes, no zeros and no tied sizes, else approximate.
    /// </summary>
    public static SignedRank Of(ReadOnlySpan<double> changes)
    {
        var sizes = new double[changes.Length];
        var signs = new int[changes.Length];
        var n = 0;
        foreach (var change in changes)
        {
            if (change != 0)
            {
                sizes[n] = Math.Abs(change);
                signs[n++] = Math.Sign(change);
            }
        }

        Array.Sort(sizes, signs, 0, n);
        double v = 0, ties = 0;
        for (var from = 0; from < n;)
        {
            var to = from + 1;
            while (to < n && sizes[to] == sizes[from])
            {
                to++;
            }

            double tied = to - from;
            ties += (tied * tied * tied) - tied;
            v += signs.AsSpan(from, to - from).Count(1) * (from + 1 + to) / 2.0;
            from = to;
        }

        if (n == 0)
        {
            return new SignedRank(0, 0, null, null, IsExact: false);
        }

        return n < ExactBelow && n == changes.Length && ties == 0
            ? new SignedRank(n, v, null, ExactP(n, v), IsExact: true)
            : Approximate(n, v, ties);
    }

    /// <summary>The normal approximation from the number of non-zero changes, V and Σ(t³ − t) over groups of tied sizes.</summary>
    public static SignedRank Approximate(int nonZero, double v, double ties)
    {
        double n = nonZero;
        var distance = v - (n * (n + 1) / 4);
        var variance = (n * (n + 1) * ((2 * n) + 1) / 24) - (ties / 48);
        var z = (distance - (Math.Sign(distance) * 0.5)) / Math.Sqrt(variance);
        return new SignedRank(nonZero, v, z, Normal.TwoSidedP(z), IsExact: false);
    }

    /// <summary>Counts the subsets of ranks 1…n by their sum: exact in a double up to 2^49.</summary>
    private static double ExactP(int n, double v)
    {
        var total = n * (n + 1) / 2;
        var ways = new double[total + 1];
        ways[0] = 1;
        for (var rank = 1; rank <= n; rank++)
        {
            for (var sum = rank * (rank + 1) / 2; sum >= rank; sum--)
            {
                ways[sum] += ways[sum - rank];
            }
        }

        // The distribution is symmetric, so the upper tail from v equals the lower tail up to total − v.
        var reach = (int)Math.Min(v, total - v);
        return Math.Min(1, 2 * Sum.Of(ways.AsSpan(0, reach + 1)) / Math.Pow(2, n));
    }
}
