namespace Mestring.Core.Projections;

/// <summary>Coverage stays as in the base year; only the population changes.</summary>
public sealed record ConstantCoverage : Scenario
{
    /// <inheritdoc />
    public override double Coverage(Baseline baseline, string municipality, int band, int year)
    {
        Elapsed(baseline, year);
        return baseline.Coverage(municipality, band);
    }
}
