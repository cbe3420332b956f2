namespace Mestring.Core.Projections;

/// <summary>
/// Need comes later in life: each year a band takes on a little more of the coverage of the band below,
/// (1 − k) c_a + k c_(a−1) with k = min(1, shift × years / width). The first band has none below and stays.
/// </summary>
/// <param name="Shift">Years of life by which need is put off every year, at least 0.</param>
/// <param name="Widths">Years of life in each band but the first, above 0.</param>
public sealed record DelayedNeed(double Shift, IReadOnlyList<double> Widths) : Scenario
{
    /// <inheritdoc />
    public override double Coverage(Baseline baseline, string municipality, int band, int year)
    {
        var elapsed = Elapsed(baseline, year);
        var own = baseline.Coverage(municipality, band);
        if (band == 0)
        {
            return own;
        }

        var k = Math.Min(1, Shift * elapsed / Widths[band - 1]);
        return ((1 - k) * own) + (k * baseline.Coverage(municipality, band - 1));
    }
}
