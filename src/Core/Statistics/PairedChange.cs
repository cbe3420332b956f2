using System.Runtime.InteropServices;

namespace Mestring.Core.Statistics;

/// <summary>
/// The change of a group measured twice, over the people who have both measurements. Means, SD and limits are in points
/// or units of the instrument; change is after minus before, so its sign does not tell which way is better.
/// </summary>
/// <remarks>
/// Undefined values are null: everything without a complete pair, spread below two pairs, t and dz when all changes are equal
/// (<see cref="NoVariation"/>; the interval is then the mean alone). Student, Biometrika 1908;6:1–25; Cohen, Statistical Power
/// Analysis, 1988, 48 (dz).
/// </remarks>
public sealed record PairedChange
{
    /// <summary>Pairs given, complete or not.</summary>
    public required int Rows { get; init; }

    /// <summary>Complete pairs.</summary>
    public required int Pairs { get; init; }

    /// <summary>Pairs without a first measurement; a pair without both counts here and in <see cref="MissingAfter"/>.</summary>
    public required int MissingBefore { get; init; }

    /// <summary>Pairs without a second measurement.</summary>
    public required int MissingAfter { get; init; }

    /// <summary>Mean of the first measurement over complete pairs.</summary>
    public double? MeanBefore { get; init; }

    /// <summary>Mean of the second measurement over complete pairs.</summary>
    public double? MeanAfter { get; init; }

    /// <summary>Mean change.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation of the change, with n − 1.</summary>
    public double? Sd { get; init; }

    /// <summary>Standard error of the mean change.</summary>
    public double? StandardError => Sd / Math.Sqrt(Pairs);

    /// <summary>Degrees of freedom, pairs − 1; null below two pairs.</summary>
    public int? Df => Pairs < 2 ? null : Pairs - 1;

    /// <summary>All changes are the same, so nothing can be said about chance.</summary>
    public bool NoVariation => Sd is 0;

    /// <summary>Mean over its standard error.</summary>
    public double? T => Sd > 0 ? Mean / StandardError : null;

    /// <summary>Two-sided probability of <see cref="T"/>, a fraction in [0, 1].</summary>
    public double? P => T is { } t && Df is { } df ? StudentT.TwoSidedP(t, df) : null;

    /// <summary>Mean over SD of the change, which is also the standardised response mean.</summary>
    public double? Dz => Sd > 0 ? Mean / Sd : null;

    /// <summary>The middle change.</summary>
    public double? Median { get; init; }

    /// <summary>The lower quartile of the change, type 7.</summary>
    public double? LowerQuartile { get; init; }

    /// <summary>The upper quartile of the change, type 7.</summary>
    public double? UpperQuartile { get; init; }

    /// <summary>Wilcoxon's signed rank test of the changes.</summary>
    public required SignedRank SignedRank { get; init; }

    /// <summary>Who reached an important change; null when no threshold was given.</summary>
    public ImportantShare? Important { get; init; }

    /// <summary>95 % interval for the mean change; null below two pairs, the mean itself without variation.</summary>
    public Interval? Ci95 => Limits(0.95);

    /// <summary>The change of <paramref name="pairs"/>.</summary>
    /// <param name="pairs">One a person, in any order.</param>
    /// <param name="better">Which way is better; only decides who reached <paramref name="important"/>.</param>
    /// <param name="important">The smallest change that matters, in points of the instrument, at least 0; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="important"/> is negative.</exception>
    public static PairedChange Of(IEnumerable<Pair> pairs, Direction better = Direction.HigherIsBetter, double? important = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        List<double> before = [], after = [], changes = [];
        int rows = 0, missingBefore = 0, missingAfter = 0;
        foreach (var pair in pairs)
        {
            rows++;
            missingBefore += pair.Before is null ? 1 : 0;
            missingAfter += pair.After is null ? 1 : 0;
            if (pair is { Before: { } first, After: { } second, Change: { } change })
            {
                before.Add(first);
                after.Add(second);
                changes.Add(change);
            }
        }

        var d = CollectionsMarshal.AsSpan(changes);
        var moments = Moments.Of(d);
        var signedRank = SignedRank.Of(d);
        var share = important is { } threshold ? ImportantShare.Of(d, threshold, better) : null;
        d.Sort();
        return new PairedChange
        {
            Rows = rows,
            Pairs = moments.Count,
            MissingBefore = missingBefore,
            MissingAfter = missingAfter,
            MeanBefore = Moments.Of(CollectionsMarshal.AsSpan(before)).Mean,
            MeanAfter = Moments.Of(CollectionsMarshal.AsSpan(after)).Mean,
            Mean = moments.Mean,
            Sd = moments.Sd,
            Median = Quantiles.OfSorted(d, 0.5),
            LowerQuartile = Quantiles.OfSorted(d, 0.25),
            UpperQuartile = Quantiles.OfSorted(d, 0.75),
            SignedRank = signedRank,
            Important = share,
        };
    }

    /// <summary>Interval for the mean change from t with n − 1 degrees of freedom.</summary>
    /// <param name="confidence">Two-sided coverage, a fraction in (0, 1).</param>
    public Interval? Limits(double confidence) => new Moments(Pairs, Mean, Sd).Limits(confidence);
}
