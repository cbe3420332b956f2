using MathNet.Numerics;

namespace Mestring.Core.Statistics;

/// <summary>The incomplete gamma function and the exact pieces it is built of.</summary>
internal static class Gamma
{
    private const double Tiny = 1e-300;
    private const double Epsilon = 1e-16;

    /// <summary>The lower regularised function P(a, x), a fraction in [0, 1].</summary>
    internal static double Lower(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>The upper regularised function Q(a, x), a fraction in [0, 1].</summary>
    internal static double Upper(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    /// <summary>x^a e^−x / Γ(a + 1), without the cancellation of its three logarithms.</summary>
    /// <remarks>Loader, Fast and Accurate Computation of Binomial Probabilities (2000): saddle-point form.</remarks>
    internal static double Density(double a, double x) => a <= 0
        ? Math.Exp(-x)
        : Math.Exp(-StirlingError(a) - Deviance(a, x)) / Math.Sqrt(2 * Math.PI * a);

    /// <summary>ln Γ(a + 1) minus Stirling's approximation of it, for a &gt; 0.</summary>
    /// <remarks>Abramowitz and Stegun 6.1.41 from 16; below, lifted there by Γ(a + 1) = a Γ(a).</remarks>
    internal static double StirlingError(double a)
    {
        var lift = 0.0;
        while (a < 16)
        {
            // δ(a) − δ(a + 1) = (a + ½) ln(1 + 1/a) − 1
            lift += ((a + 0.5) * LogOnePlus(1 / a)) - 1;
            a++;
        }

        var s = 1 / (a * a);
        return lift + ((1.0 / 12 - (s * (1.0 / 360 - (s * (1.0 / 1260 - (s * (1.0 / 1680 - (s * (1.0 / 1188 - (s * 691 / 360360)))))))))) / a);
    }

    /// <summary>a ln(a/x) + x − a, right also where x is close to a.</summary>
    internal static double Deviance(double a, double x)
    {
        if (Math.Abs(a - x) >= 0.1 * (a + x))
        {
            return (a * Math.Log(a / x)) + x - a;
        }

        var v = (a - x) / (a + x);
        var sum = (a - x) * v;
        var term = 2 * a * v;
        for (var j = 3; j < 2000; j += 2)
        {
            term *= v * v;
            var next = sum + (term / j);
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }

    /// <summary>ln B(a, b) without cancelling large logarithms.</summary>
    internal static double LogBeta(double a, double b)
    {
        var (p, q) = a < b ? (a, b) : (b, a);
        if (q < 10)
        {
            return SpecialFunctions.GammaLn(p) + SpecialFunctions.GammaLn(q) - SpecialFunctions.GammaLn(p + q);
        }

        // ln Γ(y) = (y − ½) ln y − y + ½ ln 2π + δ(y), with δ(y) = StirlingError(y), since ln Γ(y + 1) = ln y + ln Γ(y).
        var rest = StirlingError(q) - StirlingError(p + q) + ((q - 0.5) * LogOnePlus(-p / (p + q)));
        return p < 10
            ? SpecialFunctions.GammaLn(p) + rest + p - (p * Math.Log(p + q))
            : StirlingError(p) + rest - (0.5 * Math.Log(p + q)) + ((p - 0.5) * Math.Log(p / (p + q))) + (0.5 * Math.Log(2 * Math.PI));
    }

    /// <summary>ln(1 + x) for x &gt; −1; the runtime's own LogP1 adds 1 first and loses small x.</summary>
    /// <remarks>Goldberg, ACM Comput Surv 1991;23:5–48, theorem 4.</remarks>
    internal static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    /// <remarks>Abramowitz and Stegun 6.5.29.</remarks>
    private static double Series(double a, double x)
    {
        double sum = 1, term = 1;
        for (var n = 1; term > sum * Epsilon; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Min(1, sum * Density(a, x));
    }

    /// <remarks>Abramowitz and Stegun 6.5.31, evaluated by Lentz's method (Thompson and Barnett, J Comput Phys 1986;64:490–509).</remarks>
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < 1_000_000; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = an * d + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (an / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            var step = c * d;
            h *= step;
            if (Math.Abs(step - 1) < 2.3e-16)
            {
                break;
            }
        }

        return Math.Min(1, h * a * Density(a, x));
    }
}
