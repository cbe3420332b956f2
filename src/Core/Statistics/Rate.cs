namespace Mestring.Core.Statistics;

/// <summary>Events against the population or time in which they could happen: a number of events for each of so many.</summary>
public readonly record struct Rate
{
    /// <param name="events">Events counted, at least 0.</param>
    /// <param name="exposure">Persons, person-years or another base, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Rate(long events, double exposure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposure);
        (Events, Exposure) = (events, exposure);
    }

    /// <summary>Events counted.</summary>
    public long Events { get; }

    /// <summary>The base of the rate; 0 only in the default value, which is no rate.</summary>
    public double Exposure { get; }

    /// <summary>Below 10 events the limits are exact, else Byar's approximation.</summary>
    public bool IsExact => Events < PoissonLimits.ExactBelow;

    /// <summary>Events for each <paramref name="each"/> of the base.</summary>
    public double Per(double each) => Events * each / Exposure;

    /// <summary>Limits of <see cref="Per"/>, from the Poisson distribution of the events.</summary>
    /// <param name="each">As in <see cref="Per"/>.</param>
    /// <param name="confidence">Two-sided coverage, a fraction in (0, 1).</param>
    /// <remarks>Garwood, Biometrika 1936;28:437–442 (exact); Breslow and Day 1987, 69 (Byar).</remarks>
    public Interval Limits(double each, double confidence = 0.95)
    {
        var count = PoissonLimits.Of(Events, confidence);
        return new Interval(count.Low * each / Exposure, count.High * each / Exposure);
    }
}
