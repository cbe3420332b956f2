namespace Mestring.Core.Projections;

/// <summary>Coverage moves in a straight line to the network's base-year coverage and stays there.</summary>
/// <param name="ByYear">The year it arrives, after the base year.</param>
public sealed record ConvergingCoverage(int ByYear) : Scenario
{
    /// <inheritdoc />
    public override double Coverage(Baseline baseline, string municipality, int band, int year)
    {
        var elapsed = Elapsed(baseline, year);
        var own = baseline.Coverage(municipality, band);
        var way = Math.Min(1, (double)elapsed / (ByYear - baseline.Year));
        return own + ((baseline.NetworkCoverage(band) - own) * way);
    }
}
