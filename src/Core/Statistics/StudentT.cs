namespace Mestring.Core.Statistics;

/// <summary>Student's t distribution, right to 1e−12 relative also where the tail is 1e−300.</summary>
/// <remarks>Abramowitz and Stegun 26.7.1 and 26.5.27: tails by the incomplete beta function.</remarks>
public static class StudentT
{
    /// <summary>Above these degrees of freedom and this t the continued fraction needs so many steps that it loses digits.</summary>
    private const double ManyDegrees = 500;
    private const double FarOut = 2.9;

    /// <summary>The probability of a value at least as far from 0 as <paramref name="t"/>, a fraction in [0, 1].</summary>
    /// <param name="t">Any finite value.</param>
    /// <param name="df">Degrees of freedom, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="df"/> is not above 0.</exception>
    public static double TwoSidedP(double t, double df)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(df);
        if (df > ManyDegrees && Math.Abs(t) > FarOut)
        {
            return 2 * FarTail(Math.Abs(t), df);
        }

        var ratio = t * t / df;
        var log = Gamma.LogOnePlus(ratio);
        return double.IsPositiveInfinity(ratio)
            ? 0
            : Beta.Lower(df / 2, 0.5, (1 / (1 + ratio), -log), (ratio / (1 + ratio), Math.Log(ratio) - log));
    }

    /// <summary>The t for which a share <paramref name="confidence"/> of the distribution lies in [−t, t].</summary>
    /// <param name="confidence">A fraction in (0, 1).</param>
    /// <param name="df">Degrees of freedom, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static double TwoSidedT(double confidence, double df)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(df);
        var alpha = 1 - confidence;
        return TailRoot.Find(t => (TwoSidedP(t, df), 2 * Density(t, df)), alpha, Normal.TwoSidedZ(confidence), rising: false);
    }

    /// <summary>The upper tail as density times ∫ f(t + s) / f(t) ds, a sum of positive terms.</summary>
    /// <remarks>Takahasi and Mori, Publ RIMS 1974;9:721–741: s = exp(u − exp(−u)), trapezoids in u.</remarks>
    private static double FarTail(double t, double df)
    {
        const double Step = 1.0 / 32;
        if (double.IsPositiveInfinity(t * t))
        {
            return 0;
        }

        var sum = default(Sum);
        for (var i = -5 * 32; i <= 6 * 32; i++)
        {
            var u = i * Step;
            var scaled = Math.Exp(u - Math.Exp(-u));
            var s = scaled / t;
            var ratio = Math.Exp(-(df + 1) / 2 * Gamma.LogOnePlus(((2 * t * s) + (s * s)) / (df + (t * t))));
            sum.Add(ratio * scaled * (1 + Math.Exp(-u)));
        }

        return Density(t, df) * sum.Value * Step / t;
    }

    private static double Density(double t, double df) =>
        Math.Exp((-(df + 1) / 2 * Gamma.LogOnePlus(t * t / df)) - Gamma.LogBeta(df / 2, 0.5)) / Math.Sqrt(df);
}
