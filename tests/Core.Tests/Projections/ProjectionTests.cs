using Mestring.Core.Projections;
using Mestring.Core.Tests.Statistics;

namespace Mestring.Core.Tests.Projections;

/// <summary>Two municipalities, two bands: coverage 0.1 and 0.4 in one; 0.2 and nobody in the other. Figures by hand.</summary>
public sealed class ProjectionTests
{
    private static readonly Baseline Start = new(2024, ["67-79", "80+"], new Dictionary<string, IReadOnlyList<BandBaseline>>(StringComparer.Ordinal)
    {
        ["Vik"] = [new(10, 100, 200), new(20, 50, 400)],
        ["Nes"] = [new(60, 300, 100), new(0, 0, 300)],
    });

    private static readonly WorkingYear Working = new(1750, 0.62);

    [Fact]
    public void Constant_coverage_follows_the_population()
    {
        var year = ProjectedYear.Of(Start, new ConstantCoverage(), Working, "Vik", 2030, [110, 80]);

        Assert.Equal([11.0, 32.0], year.Users.Select(u => Math.Round(u, 12)));
        Close.To(43, year.TotalUsers);
        Close.To((11 * 200) + (32 * 400), year.Hours);
        Close.To(15000 / (1750 * 0.62), year.Fte);
    }

    [Fact]
    public void A_band_where_nobody_lived_takes_the_networks_coverage()
    {
        Close.To(0.4, Start.Coverage("Nes", 1));
        Close.To(70.0 / 400, Start.NetworkCoverage(0));
        Close.To(4, ProjectedYear.Of(Start, new ConstantCoverage(), Working, "Nes", 2025, [300, 10]).Users[1]);
        Assert.Throws<ArgumentException>(() => new Baseline(2024, ["80+"], new Dictionary<string, IReadOnlyList<BandBaseline>>(StringComparer.Ordinal) { ["Vik"] = [new(1, 0, 1)] }));
    }

    [Fact]
    public void A_trend_is_compounded_by_band()
    {
        var trend = new TrendCoverage([0.01, -0.02]);

        Close.To(0.1 * Math.Pow(1.01, 6), trend.Coverage(Start, "Vik", 0, 2030));
        Close.To(0.4 * Math.Pow(0.98, 6), trend.Coverage(Start, "Vik", 1, 2030));
    }

    [Fact]
    public void Need_put_off_moves_each_band_towards_the_one_below()
    {
        var delay = new DelayedNeed(0.1, [13]);

        Close.To(0.1, delay.Coverage(Start, "Vik", 0, 2037));
        Close.To((0.9 * 0.4) + (0.1 * 0.1), delay.Coverage(Start, "Vik", 1, 2037));
        Close.To(0.1, delay.Coverage(Start, "Vik", 1, 2200));
    }

    [Fact]
    public void Coverage_arrives_at_the_networks_and_stays()
    {
        var converge = new ConvergingCoverage(2034);

        Close.To(0.1 + (0.075 * 0.3), converge.Coverage(Start, "Vik", 0, 2027));
        Close.To(0.175, converge.Coverage(Start, "Vik", 0, 2034));
        Close.To(0.175, converge.Coverage(Start, "Vik", 0, 2050));
        Assert.Throws<ArgumentOutOfRangeException>(() => converge.Coverage(Start, "Vik", 0, 2023));
    }

    [Fact]
    public void The_fan_starts_at_the_line_widens_and_repeats_with_its_seed()
    {
        var fan = new Fan(20_000, 7, 0.01, 0.05, 9);

        Assert.Equal(1, fan.Mean(0));
        Close.To(Math.Exp(0.09 + (0.05 * 0.05 * 9 / 2)), fan.Mean(9), 0.005);
        Close.To(Math.Exp(0.09), fan.Quantile(9, 0.5), 0.005);
        Close.To(Math.Exp(0.09 + (0.15 * 1.2815515655446004)), fan.Quantile(9, 0.9), 0.01);
        Assert.True(fan.Quantile(4, 0.9) / fan.Quantile(4, 0.1) < fan.Quantile(9, 0.9) / fan.Quantile(9, 0.1));
        Assert.Equal(fan.Quantile(9, 0.25), new Fan(20_000, 7, 0.01, 0.05, 9).Quantile(9, 0.25));
        Assert.NotEqual(fan.Quantile(9, 0.25), new Fan(20_000, 8, 0.01, 0.05, 9).Quantile(9, 0.25));
    }
}
