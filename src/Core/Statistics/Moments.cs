namespace Mestring.Core.Statistics;

/// <summary>Number, mean and sample standard deviation of a set of values, in the unit of the values.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">The arithmetic mean; null for no values.</param>
/// <param name="Sd">The standard deviation with n − 1; null below two values; exactly 0 when all values are equal.</param>
public readonly record struct Moments(int Count, double? Mean, double? Sd)
{
    /// <summary>Standard error of the mean.</summary>
    public double? StandardError => Sd / Math.Sqrt(Count);

    /// <summary>95 % interval for the mean; null below two values, the mean itself when all are equal.</summary>
    public Interval? Ci95 => Limits(0.95);

    /// <summary>Interval for the mean from t with n − 1 degrees of freedom.</summary>
    /// <param name="confidence">Two-sided coverage, a fraction in (0, 1).</param>
    public Interval? Limits(double confidence)
    {
        if (Mean is not { } mean || StandardError is not { } error)
        {
            return null;
        }

        var half = error == 0 ? 0 : StudentT.TwoSidedT(confidence, Count - 1) * error;
        return new Interval(mean - half, mean + half);
    }

    /// <summary>The moments of <paramref name="values"/>, in two passes with error-free sums.</summary>
    /// <remarks>Chan, Golub and LeVeque, Am Stat 1983;37:242–247, the corrected two-pass algorithm.</remarks>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return new Moments(0, null, null);
        }

        var first = values[0];
        if (!values.ContainsAnyExcept(first))
        {
            return new Moments(values.Length, first, values.Length < 2 ? null : 0);
        }

        var mean = Sum.Of(values) / values.Length;
        Sum squares = default, rest = default;
        foreach (var value in values)
        {
            var deviation = value - mean;
            squares.Add(deviation * deviation);
            rest.Add(deviation);
        }

        var variance = (squares.Value - (rest.Value * rest.Value / values.Length)) / (values.Length - 1);
        return new Moments(values.Length, mean, Math.Sqrt(variance));
    }
}
