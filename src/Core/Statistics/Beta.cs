namespace Mestring.Core.Statistics;

/// <summary>The regularised incomplete beta function.</summary>
internal static class Beta
{
    private const double Tiny = 1e-300;

    /// <summary>From here up 1 minus the other tail keeps twelve digits, and the continued fraction, slow near the middle, is not needed.</summary>
    private const double ComplementFrom = 1e-3;

    /// <summary>I_x(a, b), a fraction in [0, 1], from x and 1 − x and their logarithms, so that nothing is lost near 0 or 1.</summary>
    internal static double Lower(double a, double b, (double Value, double Log) x, (double Value, double Log) y)
    {
        if (x.Value <= 0)
        {
            return 0;
        }

        if (y.Value <= 0)
        {
            return 1;
        }

        var density = Math.Exp((a * x.Log) + (b * y.Log) - Gamma.LogBeta(a, b));
        var complement = y.Value < 0.5 ? 1 - (density * Series(b, a, y.Value) / b) : 0;
        return complement > ComplementFrom ? complement
            : x.Value < (a + 1) / (a + b + 2) ? Math.Min(1, density * Fraction(a, b, x.Value) / a)
            : Math.Max(0, 1 - (density * Fraction(b, a, y.Value) / b));
    }

    /// <remarks>Abramowitz and Stegun 26.5.4 after 15.3.3: every term is positive, so no digit is lost however large a and b are.</remarks>
    private static double Series(double a, double b, double x)
    {
        double sum = 1, term = 1;
        for (var n = 0; term > sum * 1e-17; n++)
        {
            term *= (a + b + n) / (a + 1 + n) * x;
            sum += term;
        }

        return sum;
    }

    /// <remarks>Abramowitz and Stegun 26.5.8, evaluated by Lentz's method (Thompson and Barnett, J Comput Phys 1986;64:490–509).</remarks>
    private static double Fraction(double a, double b, double x)
    {
        double c = 1, d = 1 / Floor(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Floor(1 + (even * d));
            c = Floor(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Floor(1 + (odd * d));
            c = Floor(1 + (odd / c));
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 2.3e-16)
            {
                break;
            }
        }

        return h;
    }

    private static double Floor(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
