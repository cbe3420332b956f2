namespace Mestring.Core.Projections;

/// <summary>An assumption about coverage, users for each inhabitant of an age band, in the years ahead.</summary>
public abstract record Scenario
{
    /// <summary>Coverage of a band in a year, not before the base year.</summary>
    /// <param name="baseline">Where it starts from.</param>
    /// <param name="municipality">A municipality of the baseline.</param>
    /// <param name="band">Index of an age band.</param>
    /// <param name="year">The year.</param>
    public abstract double Coverage(Baseline baseline, string municipality, int band, int year);

    /// <summary>Years since the base year.</summary>
    protected static int Elapsed(Baseline baseline, int year)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, baseline.Year);
        return year - baseline.Year;
    }
}
