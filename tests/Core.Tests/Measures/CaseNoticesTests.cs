using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;

namespace Mestring.Core.Tests.Measures;

public sealed class CaseNoticesTests
{
    private static readonly DateOnly Started = new(2026, 11, 16);
    private static readonly MeasurementWindow[] Windows = [new FollowUpWindow(MeasurementPoint.Weeks10, WindowUnit.Weeks, 10, 8, 13).In(Started)];

    [Fact]
    public void An_ordinary_course_gives_no_notice() => Assert.Empty(Of(Course()));

    [Theory]
    [InlineData(1976, 0)]
    [InlineData(1977, 1)]
    public void Under_fifty_is_noticed(int born, int expected) =>
        Assert.Equal(expected, Of(Course() with { BirthYear = born }).Count(n => n.Notice is CaseNotice.Young));

    [Theory]
    [InlineData(13, 0, 0)]
    [InlineData(14, 0, 1)]
    [InlineData(14, 1, 0)]
    public void No_goal_after_two_weeks_is_noticed(int days, int goals, int expected) =>
        Assert.Equal(expected, CaseNotices.Of(Course(), goals, Windows, Started.AddDays(days)).Count(n => n.Notice is CaseNotice.NoGoals));

    [Theory]
    [InlineData(6, CaseNotice.TooShort)]
    [InlineData(7, null)]
    [InlineData(140, null)]
    [InlineData(141, CaseNotice.TooLong)]
    public void A_course_under_a_week_or_over_twenty_is_noticed(int days, CaseNotice? expected) =>
        Assert.Equal(expected, Of(Course() with { EndedOn = Started.AddDays(days), EndReason = EndReason.NoService }).Select(n => (CaseNotice?)n.Notice).SingleOrDefault());

    [Theory]
    [InlineData(55, true)]
    [InlineData(56, false)]
    [InlineData(91, false)]
    [InlineData(92, true)]
    public void Ten_weeks_outside_eight_to_thirteen_is_noticed(int days, bool noticed) =>
        Assert.Equal(noticed, Of(Course(Point(MeasurementPoint.Weeks10, days))).Contains(new NoticedAt(CaseNotice.OutsideWindow, MeasurementPoint.Weeks10)));

    [Theory]
    [InlineData(60, false)]
    [InlineData(60.5, true)]
    public void More_than_sixty_hours_a_week_is_noticed(double hours, bool noticed) =>
        Assert.Equal(noticed, Of(Course(Point(MeasurementPoint.Weeks10, 70) with { Hours = [new("1", hours)] })).Contains(new NoticedAt(CaseNotice.ManyHours, MeasurementPoint.Weeks10)));

    [Fact]
    public void Ratings_all_like_those_at_the_start_are_noticed_but_one_goal_that_stands_still_is_not()
    {
        GoalRating[] two = [new(1, 3, 4), new(2, 5, 5)];
        var start = Point(MeasurementPoint.Start, 0) with { Ratings = two };

        Assert.Contains(new NoticedAt(CaseNotice.SameAsStart, MeasurementPoint.Weeks10), Of(Course(start, Point(MeasurementPoint.Weeks10, 70) with { Ratings = [two[1], two[0]] })));
        Assert.Empty(Of(Course(start, Point(MeasurementPoint.Weeks10, 70) with { Ratings = [two[0], new(2, 6, 5)] })));
        Assert.Empty(Of(Course(start with { Ratings = [two[0]] }, Point(MeasurementPoint.Weeks10, 70) with { Ratings = [two[0]] })));
    }

    private static IReadOnlyList<NoticedAt> Of(CaseOutcome course) => CaseNotices.Of(course, 3, Windows, Started.AddDays(100));

    private static MeasuredPoint Point(MeasurementPoint point, int days) => new(point, MeasurementStatus.Done, Started.AddDays(days), default, null, [], []);

    private static CaseOutcome Course(params MeasuredPoint[] points) => new()
    {
        Id = Guid.Empty,
        Municipality = MunicipalityCode.Parse("9901", null),
        Instrument = GoalInstrument.Copm,
        BirthYear = 1944,
        Sex = Sex.Woman,
        NewUser = false,
        StartedOn = Started,
        Points = points,
    };
}
