using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Statistics;

public sealed class EventChartTests
{
    /// <summary>By hand: centre 30/200 = 0.15; 0.15 ± 3 √(0.15 × 0.85 / 100).</summary>
    [Fact]
    public void Shares_have_three_sigma_limits_of_their_own_size()
    {
        var chart = EventChart.Shares([new(10, 100), new(20, 100)]);

        Close.To(0.15, chart.Centre);
        Close.To(0.15 - (3 * Math.Sqrt(0.001275)), chart.Points[0].Limits?.Low);
        Close.To(0.15 + (3 * Math.Sqrt(0.001275)), chart.Points[0].Limits?.High);
        Assert.False(chart.Points[0].Outside);
    }

    [Fact]
    public void Limits_stay_where_shares_and_rates_can_be()
    {
        Assert.Equal(0, EventChart.Shares([new(1, 10), new(2, 10)]).Points[0].Limits?.Low);
        Assert.Equal(1, EventChart.Shares([new(9, 10), new(8, 10)]).Points[0].Limits?.High);
        Assert.Equal(0, EventChart.Rates([new(1, 10), new(2, 10)]).Points[0].Limits?.Low);
        Close.To(2 + (3 * Math.Sqrt(2)), EventChart.Rates([new(2, 1), new(2, 1)]).Points[0].Limits?.High);
    }

    [Fact]
    public void A_gap_and_a_size_of_nobody_have_no_value()
    {
        var chart = EventChart.Shares([new(null, 10), new(0, 0), new(5, 10)]);

        Assert.Equal([null, null, 0.5], chart.Points.Select(p => p.Value));
        Assert.Null(EventChart.Rates([new(0, 0)]).Centre);
    }

    [Fact]
    public void One_period_far_from_the_rest_is_outside() =>
        Assert.Equal([false, false, true], EventChart.Rates([new(100, 1000), new(110, 1000), new(60, 100)]).Points.Select(p => p.Outside).Order());
}
