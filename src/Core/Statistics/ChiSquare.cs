namespace Mestring.Core.Statistics;

/// <summary>The chi-square distribution, right to 1e−12 relative in both tails.</summary>
/// <remarks>Abramowitz and Stegun 26.4.19: tails by the incomplete gamma function.</remarks>
public static class ChiSquare
{
    /// <summary>The probability of a value above <paramref name="x"/>, a fraction in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="df"/> is not above 0.</exception>
    public static double UpperTail(double x, double df)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(df);
        return Gamma.Upper(df / 2, x / 2);
    }

    /// <summary>The probability of a value below <paramref name="x"/>, a fraction in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="df"/> is not above 0.</exception>
    public static double LowerTail(double x, double df)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(df);
        return Gamma.Lower(df / 2, x / 2);
    }

    /// <summary>The value with a share <paramref name="p"/> of the distribution below it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static double LowerQuantile(double p, double df) => Quantile(p, df, lower: true);

    /// <summary>The value with a share <paramref name="p"/> of the distribution above it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static double UpperQuantile(double p, double df) => Quantile(p, df, lower: false);

    private static double Quantile(double p, double df, bool lower)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(df);
        var a = df / 2;

        // Wilson and Hilferty 1931 as a first guess; it may fall below 0 far out to the left.
        var z = lower ? Normal.Quantile(p) : -Normal.Quantile(p);
        var root = 1 - (1 / (9 * a)) + (z / (3 * Math.Sqrt(a)));
        var start = root > 0.05 ? a * root * root * root : Math.Exp((Math.Log(p) + Math.Log(a) + LogGamma(a)) / a);
        return 2 * TailRoot.Find(
            x => (lower ? Gamma.Lower(a, x) : Gamma.Upper(a, x), Gamma.Density(a, x) * a / x),
            p,
            Math.Max(start, 1e-290),
            lower);
    }

    private static double LogGamma(double a) => MathNet.Numerics.SpecialFunctions.GammaLn(a);
}
