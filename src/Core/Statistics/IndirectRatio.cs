namespace Mestring.Core.Statistics;

/// <summary>Events observed in an area against those expected had every age band had the reference's rate; 1 is as expected.</summary>
/// <param name="Observed">Events observed.</param>
/// <param name="Expected">Events expected.</param>
/// <param name="ReferenceRate">Events for each person in the reference, all bands together.</param>
/// <remarks>Breslow and Day, Statistical Methods in Cancer Research II, 1987, 65–72.</remarks>
public readonly record struct IndirectRatio(long Observed, double Expected, double ReferenceRate)
{
    /// <summary>Observed over expected; null when nothing was expected.</summary>
    public double? Value => Expected > 0 ? Observed / Expected : null;

    /// <summary>The ratio times the reference's crude rate, events for each person.</summary>
    public double? Rate => Value * ReferenceRate;

    /// <summary>The ratio of <paramref name="strata"/>, each with populations above 0.</summary>
    public static IndirectRatio Of(IReadOnlyCollection<IndirectStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Sum expected = default, events = default, population = default;
        foreach (var stratum in strata)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stratum.Population, nameof(strata));
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stratum.ReferencePopulation, nameof(strata));
            expected.Add(stratum.Population * stratum.ReferenceEvents / stratum.ReferencePopulation);
            events.Add(stratum.ReferenceEvents);
            population.Add(stratum.ReferencePopulation);
        }

        return new IndirectRatio(strata.Sum(s => s.Events), expected.Value, events.Value / population.Value);
    }

    /// <summary>Limits of <see cref="Value"/>: exact below 10 observed, else Byar's; null when nothing was expected.</summary>
    /// <param name="confidence">Two-sided coverage, a fraction in (0, 1).</param>
    public Interval? Limits(double confidence = 0.95)
    {
        var count = PoissonLimits.Of(Observed, confidence);
        return Expected > 0 ? new Interval(count.Low / Expected, count.High / Expected) : null;
    }
}
