using System.Globalization;
using Mestring.Core.Measures;

namespace Mestring.Core.Tests.Measures;

/// <summary>Limits of the NIA protocol, each met from both sides.</summary>
public sealed class SppbTimesTests
{
    [Theory]
    [InlineData("4.81", 4)]
    [InlineData("4.814", 4)]
    [InlineData("4.815", 3)]
    [InlineData("4.82", 3)]
    [InlineData("6.20", 3)]
    [InlineData("6.21", 2)]
    [InlineData("8.70", 2)]
    [InlineData("8.71", 1)]
    [InlineData("0", 0)]
    public void Four_metres_are_scored_by_time(string seconds, int points) => Assert.Equal(points, Walk(seconds, SppbCourse.FourMetres));

    [Theory]
    [InlineData("3.61", 4)]
    [InlineData("3.62", 3)]
    [InlineData("4.65", 3)]
    [InlineData("4.66", 2)]
    [InlineData("6.52", 2)]
    [InlineData("6.53", 1)]
    public void Three_metres_have_their_own_limits(string seconds, int points) => Assert.Equal(points, Walk(seconds, SppbCourse.ThreeMetres));

    [Fact]
    public void Eight_feet_give_a_speed_but_no_points()
    {
        var times = Nothing with { Walk1 = 2.5m, Course = SppbCourse.EightFeet };

        Assert.Null(times.Score().Gait);
        Assert.Equal(0.976, times.GaitSpeed!.Value, 12);
        Assert.Equal(0, (times with { Walk1 = SppbTimes.Unable }).Score().Gait?.Points);
    }

    [Theory]
    [InlineData("11.19", 4)]
    [InlineData("11.20", 3)]
    [InlineData("13.69", 3)]
    [InlineData("13.70", 2)]
    [InlineData("16.69", 2)]
    [InlineData("16.70", 1)]
    [InlineData("60.00", 1)]
    [InlineData("60.01", 0)]
    [InlineData("0", 0)]
    public void Five_chair_stands_are_scored_by_time(string seconds, int points) =>
        Assert.Equal(points, (Nothing with { FiveChairStands = Seconds(seconds) }).Score().Chair?.Points);

    [Theory]
    [InlineData("9.99", "10", "10", 0)]
    [InlineData("10", "9.99", "10", 1)]
    [InlineData("10", "10", "2.99", 2)]
    [InlineData("10", "10", "3.00", 3)]
    [InlineData("10", "10", "9.99", 3)]
    [InlineData("10", "10", "10", 4)]
    [InlineData("12", "11", "15", 4)]
    [InlineData("4", null, null, 0)]
    [InlineData("10", "4", null, 1)]
    [InlineData("10", "10", null, null)]
    [InlineData("10", null, "10", null)]
    [InlineData(null, "10", "10", null)]
    public void Balance_is_as_far_as_the_person_got(string? side, string? semi, string? tandem, int? points) => Assert.Equal(
        points,
        (Nothing with { SideBySide = Seconds(side), SemiTandem = Seconds(semi), Tandem = Seconds(tandem) }).Score().Balance?.Points);

    [Fact]
    public void The_faster_walk_counts_and_one_is_enough()
    {
        var two = Nothing with { Walk1 = 5.5m, Walk2 = 4.5m, Course = SppbCourse.FourMetres };

        Assert.Equal((4.5m, 4, 4 / 4.5), (two.BestWalk, two.Score().Gait?.Points, two.GaitSpeed!.Value));
        Assert.Equal(3, (two with { Walk2 = null }).Score().Gait?.Points);
        Assert.Equal(3, (two with { Walk2 = 0 }).Score().Gait?.Points);
    }

    [Fact]
    public void A_missing_task_leaves_the_total_missing()
    {
        var parts = (Nothing with { Walk1 = 4.5m, Course = SppbCourse.FourMetres, FiveChairStands = 12 }).Score();

        Assert.Equal((4, 3), (parts.Gait?.Points, parts.Chair?.Points));
        Assert.Null(parts.Balance);
        Assert.Null(parts.Total);
        Assert.Equal(9, (parts with { Balance = new SppbPart(2) }).Total?.Points);
    }

    [Fact]
    public void Time_never_runs_backwards() => Assert.Throws<InvalidOperationException>(() => (Nothing with { Tandem = -1 }).Score());

    private static SppbTimes Nothing => new(null, null, null, null, null, null, null);

    private static int? Walk(string seconds, SppbCourse course) => (Nothing with { Walk1 = Seconds(seconds), Course = course }).Score().Gait?.Points;

    private static decimal? Seconds(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
