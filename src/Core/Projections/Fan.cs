using Mestring.Core.Statistics;

namespace Mestring.Core.Projections;

/// <summary>
/// How far a projection could drift from its line: in year t all users are multiplied by exp(μ t + σ √t Z), Z standard normal,
/// one draw shared by all bands and municipalities. The same seed gives the same figures on every machine.
/// </summary>
public sealed class Fan
{
    private readonly double[][] _factors;

    /// <param name="draws">Draws a year, at least 1.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="mu">Drift of the logarithm a year.</param>
    /// <param name="sigma">Spread of the logarithm after one year, at least 0.</param>
    /// <param name="years">Years after the base year to draw for.</param>
    public Fan(int draws, long seed, double mu, double sigma, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(sigma);
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        _factors = new double[years + 1][];
        var state = unchecked((ulong)seed);
        for (var t = 0; t <= years; t++)
        {
            var row = _factors[t] = new double[draws];
            for (var i = 0; i < draws; i++)
            {
                row[i] = Math.Exp((mu * t) + (sigma * Math.Sqrt(t) * Normal.Quantile(Next(ref state))));
            }

            Array.Sort(row);
        }
    }

    /// <summary>The mean of the draws in a year after the base year, as a multiple of the line.</summary>
    public double Mean(int elapsed) => Sum.Of(_factors[elapsed]) / _factors[elapsed].Length;

    /// <summary>The multiple of the line below which a share <paramref name="p"/> of the draws lies, type 7.</summary>
    public double Quantile(int elapsed, double p) => Quantiles.OfSorted(_factors[elapsed], p)!.Value;

    /// <summary>A uniform number strictly between 0 and 1 with 53 bits.</summary>
    /// <remarks>SplitMix64: Steele, Lea and Flood, OOPSLA 2014, 453–472; unlike the runtime's generator it is the same in every version.</remarks>
    private static double Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            return ((z >> 11) + 0.5) / (1UL << 53);
        }
    }
}
