namespace Mestring.Core.Statistics;

/// <summary>The rate an area would have with the age mix of a standard population.</summary>
/// <param name="Events">Events over all strata.</param>
/// <param name="Population">Persons over all strata.</param>
/// <param name="Value">Events for each person, 0 or more.</param>
/// <param name="Variance">Variance of <paramref name="Value"/>.</param>
/// <remarks>Dobson et al., Stat Med 1991;10:457–462, with Byar's limits for the count.</remarks>
public readonly record struct DirectRate(long Events, double Population, double Value, double Variance)
{
    /// <summary>Below this number of events a standardised rate says nothing and is not shown.</summary>
    public const int FewestEvents = 10;

    /// <summary>Whether there are too few events for a rate.</summary>
    public bool TooFew => Events < FewestEvents;

    /// <summary>The standardised rate of <paramref name="strata"/>, each with a population above 0; null without a standard population.</summary>
    public static DirectRate? Of(IReadOnlyCollection<DirectStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        Sum standard = default, population = default, rate = default, variance = default;
        foreach (var stratum in strata)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stratum.Population, nameof(strata));
            standard.Add(stratum.Standard);
            population.Add(stratum.Population);
            var weight = stratum.Standard / stratum.Population;
            rate.Add(weight * stratum.Events);
            variance.Add(weight * weight * stratum.Events);
        }

        var total = standard.Value;
        return total > 0
            ? new DirectRate(strata.Sum(s => s.Events), population.Value, rate.Value / total, variance.Value / (total * total))
            : null;
    }

    /// <summary>Limits of <see cref="Value"/>; null when there are too few events.</summary>
    /// <param name="confidence">Two-sided coverage, a fraction in (0, 1).</param>
    public Interval? Limits(double confidence = 0.95)
    {
        if (TooFew)
        {
            return null;
        }

        var count = PoissonLimits.Byar(Events, confidence);
        var scale = Math.Sqrt(Variance / Events);
        return new Interval(Value + (scale * (count.Low - Events)), Value + (scale * (count.High - Events)));
    }
}
