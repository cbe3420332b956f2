namespace Mestring.Core.Projections;

/// <summary>Coverage grows or falls by the same fraction every year: c (1 + g)^t.</summary>
/// <param name="AnnualChange">One fraction a band, above −1; 0.01 is one per cent more each year.</param>
public sealed record TrendCoverage(IReadOnlyList<double> AnnualChange) : Scenario
{
    /// <inheritdoc />
    public override double Coverage(Baseline baseline, string municipality, int band, int year)
    {
        var elapsed = Elapsed(baseline, year);
        return baseline.Coverage(municipality, band) * Math.Pow(1 + AnnualChange[band], elapsed);
    }
}
