using Mestring.Core.Measures;
using Mestring.Core.Statistics;

namespace Mestring.Core.Tests.Measures;

public sealed class ScaleTests
{
    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData(" 10 ", true)]
    [InlineData("11", false)]
    [InlineData("7.5", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Copm_is_rated_in_whole_points_from_one_to_ten(string? text, bool valid) => Assert.Equal(valid, CopmRating.TryParse(text, null, out _));

    [Fact]
    public void Each_scale_keeps_its_own_ends()
    {
        Assert.Equal((1, 10), (new CopmRating(1).Points, new CopmRating(10).Points));
        Assert.Equal((0, 10), (new PsfsRating(0).Points, new PsfsRating(10).Points));
        Assert.Equal((1, 5), (new Satisfaction(1).Points, new Satisfaction(5).Points));
        Assert.Equal((0, 4), (new SppbPart(0).Points, new SppbPart(4).Points));
        Assert.Equal((0, 100), (new EqVas(0).Points, new EqVas(100).Points));
        Assert.Equal((-2, 2), (new GasLevel(-2).Level, new GasLevel(2).Level));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CopmRating(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PsfsRating(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SppbScore(13));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GasLevel(-3));
    }

    [Fact]
    public void A_refusal_says_what_stood_there_and_what_is_wanted() => Assert.Equal(
        "'13' is not an SPPB score: a whole number from 0 to 12 is wanted.",
        Assert.Throws<FormatException>(() => SppbScore.Parse("13", null)).Message);

    [Theory]
    [InlineData("12,4", 12.4)]
    [InlineData("12.4", 12.4)]
    [InlineData("300", 300)]
    public void Seconds_are_read_with_comma_or_point(string text, double seconds) => Assert.Equal((decimal)seconds, TugTime.Parse(text, null).Seconds);

    [Theory]
    [InlineData("0")]
    [InlineData("300.1")]
    [InlineData("-4")]
    public void Timed_up_and_go_takes_some_time_but_not_forever(string text) => Assert.False(TugTime.TryParse(text, null, out _));

    [Fact]
    public void Copm_uses_only_goals_rated_both_times()
    {
        var scores = CopmScores.Of([Goal(3, 2, 7, 8), Goal(4, 4, null, 6), Goal(null, null, 9, 9), Goal(5, 1, 6, null)]);

        Assert.Equal((2, 2), (scores.PerformanceGoals, scores.SatisfactionGoals));
        Assert.Equal(new Pair(4, 6.5), scores.Performance);
        Assert.Equal(new Pair(3, 7), scores.Satisfaction);
        Assert.Equal(2.5, scores.Performance.Change);
        Assert.Null(CopmScores.Of([Goal(3, 3, null, null)]).Performance.Change);
    }

    [Fact]
    public void Every_instrument_has_its_own_name_and_reachable_important_changes()
    {
        Assert.Equal(Instrument.All.Count, Instrument.All.Select(i => i.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Instrument.All, i => Assert.Same(i, Instrument.Find(i.Id)));
        Assert.All(Instrument.All, i => Assert.All(i.ImportantChanges, c => Assert.InRange(c.Value, double.Epsilon, i.Max - i.Min)));
        Assert.Equal((3.0, 3.2, 1.0, 2.3), (Default(Instrument.CopmPerformance), Default(Instrument.CopmSatisfaction), Default(Instrument.SppbTotal), Default(Instrument.PsfsMean)));
        Assert.Equal(Direction.LowerIsBetter, Instrument.Tug.Better);
    }

    private static double Default(Instrument instrument) => instrument.DefaultImportantChange!.Value;

    private static CopmGoal Goal(int? p1, int? s1, int? p2, int? s2) => new(Rating(p1), Rating(s1), Rating(p2), Rating(s2));

    private static CopmRating? Rating(int? points) => points is { } p ? new CopmRating(p) : null;
}
