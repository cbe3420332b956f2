using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Core.Statistics;
using Outcome = Mestring.Core.Measures.Outcome;

namespace Mestring.Core.Tests.Measures;

public sealed class CaseOutcomeTests
{
    private static readonly DateOnly Started = new(2026, 11, 16);

    /// <summary>Three goals: performance 3, 4, 5 becomes 6, 8, 7; satisfaction 2, 4, 5 becomes 7, 8, 6. By hand: 4.0 to 7.0, and 11/3 to 7.0.</summary>
    [Fact]
    public void Copm_changes_by_the_means_of_the_goals()
    {
        var course = Course(
            Measured(MeasurementPoint.Start, ratings: [new(1, 3, 2), new(2, 4, 4), new(3, 5, 5)]),
            Measured(MeasurementPoint.Weeks10, ratings: [new(1, 6, 7), new(2, 8, 8), new(3, 7, 6)]));

        Assert.Equal(new Pair(4.0, 7.0), course.Between(Outcome.CopmPerformance, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        var satisfaction = course.Between(Outcome.CopmSatisfaction, MeasurementPoint.Start, MeasurementPoint.Weeks10);
        Assert.Equal(11 / 3.0, satisfaction.Before!.Value, 12);
        Assert.Equal(3.333333, satisfaction.Change!.Value, 6);
    }

    [Fact]
    public void A_goal_that_came_later_or_was_not_rated_again_changes_nothing()
    {
        var course = Course(
            Measured(MeasurementPoint.Start, ratings: [new(1, 3, 2), new(2, 9, 9)]),
            Measured(MeasurementPoint.Weeks10, ratings: [new(1, 6, null), new(2, null, null), new(3, 10, 10)]));

        Assert.Equal(new Pair(3, 6), course.Between(Outcome.CopmPerformance, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Equal(default, course.Between(Outcome.CopmSatisfaction, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Equal(8, course.Value(Outcome.CopmPerformance, MeasurementPoint.Weeks10));
    }

    [Fact]
    public void The_two_goal_instruments_are_never_mixed()
    {
        var psfs = Course(Measured(MeasurementPoint.Start, ratings: [new(1, 0, null)]), Measured(MeasurementPoint.Weeks10, ratings: [new(1, 5, null)]))
            with
        { Instrument = GoalInstrument.Psfs };

        Assert.Equal(new Pair(0, 5), psfs.Between(Outcome.Psfs, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Equal(default, psfs.Between(Outcome.CopmPerformance, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Null(psfs.Value(Outcome.CopmSatisfaction, MeasurementPoint.Start));
    }

    [Fact]
    public void Hours_of_one_two_and_fifteen_count_and_the_rest_stands_apart()
    {
        ServiceHours[] hours = [new("1", 3.5), new("15", 5.5), new("4", 12)];

        Assert.Equal(GrantedServices.Headline, GrantedServices.Headline.Concat(GrantedServices.Others).Where(GrantedServices.IsHeadline));
        Assert.Equal(9.0, GrantedServices.HeadlineHours(hours));
        Assert.Null(GrantedServices.HeadlineHours([new("4", 12)]));
        Assert.Equal(0.0, GrantedServices.HeadlineHours([new("1", 0)]));
    }

    [Fact]
    public void A_new_user_has_no_hours_to_compare_with_but_hours_hold_when_the_person_was_not_measured()
    {
        var course = Course(
            Measured(MeasurementPoint.Start, hours: 4),
            Measured(MeasurementPoint.Weeks10, MeasurementStatus.Declined, hours: 1));

        Assert.Equal(new Pair(4, 1), course.Between(Outcome.HeadlineHours, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Equal(new Pair(null, 1), (course with { NewUser = true }).Between(Outcome.HeadlineHours, MeasurementPoint.Start, MeasurementPoint.Weeks10));
    }

    [Fact]
    public void A_missing_task_leaves_the_total_missing_and_never_zero()
    {
        var course = Course(
            Measured(MeasurementPoint.Start, sppb: new(new SppbPart(2), new SppbPart(2), new SppbPart(1))),
            Measured(MeasurementPoint.Weeks10, sppb: new(new SppbPart(3), null, new SppbPart(2))));

        Assert.Equal(new Pair(5, null), course.Between(Outcome.Sppb, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Null(course.Between(Outcome.Sppb, MeasurementPoint.Start, MeasurementPoint.Months6).Change);
    }

    /// <summary>By hand: goal 1 goes from −1 to 1 and goal 3 from −2 to 0, with weights 2 and 1; goals 2 and 4 are judged only once.</summary>
    [Fact]
    public void Attainment_changes_only_over_goals_judged_both_times()
    {
        var course = Course(
            Measured(MeasurementPoint.Start) with { Attained = [Judged(1, 2, -1), Judged(2, 3, -2), Judged(3, 1, -2)] },
            Measured(MeasurementPoint.Weeks10) with { Attained = [Judged(3, 1, 0), Judged(1, 2, 1), Judged(4, 3, 2)] },
            Measured(MeasurementPoint.Months6) with { Attained = [Judged(4, 3, 2)] });
        var root = Math.Sqrt((0.7 * 5) + (0.3 * 9));

        var pair = course.Between(Outcome.GoalAttainment, MeasurementPoint.Start, MeasurementPoint.Weeks10);

        Assert.Equal(50 + (10 * -4 / root), pair.Before!.Value, 1e-9);
        Assert.Equal(50 + (10 * 2 / root), pair.After!.Value, 1e-9);
        Assert.Equal(default, course.Between(Outcome.GoalAttainment, MeasurementPoint.Start, MeasurementPoint.Months6));
        Assert.Equal(default, course.Between(Outcome.GoalAttainment, MeasurementPoint.Start, MeasurementPoint.Months12));

        static AttainedGoal Judged(int goal, double weight, int level) => new(goal, new GasGoal(weight, new GasLevel(level)));
    }

    /// <summary>Pairing against the plainest way to write it: a loop over goal numbers.</summary>
    [Fact]
    public void Pairing_is_what_a_loop_over_the_goals_gives()
    {
        var rating = ArbMap.Default.GeneratorFor<int>().Select(i => Math.Abs(i % 12)).Select(i => i is 0 or 11 ? (int?)null : i);
        var goals = rating.Two().ArrayOf(5).Two();

        Check.QuickThrowOnFailure(Prop.ForAll(goals.ToArbitrary(), sides =>
        {
            var (before, after) = sides;
            var course = Course(Measured(MeasurementPoint.Start, ratings: Ratings(before)), Measured(MeasurementPoint.Months6, ratings: Ratings(after)));
            int sumBefore = 0, sumAfter = 0, count = 0;
            for (var goal = 0; goal < 5; goal++)
            {
                if (before[goal].Item1 is { } first && after[goal].Item1 is { } second)
                {
                    sumBefore += first;
                    sumAfter += second;
                    count++;
                }
            }

            var pair = course.Between(Outcome.CopmPerformance, MeasurementPoint.Start, MeasurementPoint.Months6);
            return count == 0
                ? pair == default
                : Math.Abs(pair.Before!.Value - ((double)sumBefore / count)) < 1e-9 && Math.Abs(pair.After!.Value - ((double)sumAfter / count)) < 1e-9;
        }));
    }

    private static GoalRating[] Ratings((int? Performance, int? Satisfaction)[] goals) =>
        [.. goals.Select((g, i) => new GoalRating((byte)(i + 1), (byte?)g.Performance, (byte?)g.Satisfaction))];

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

    private static MeasuredPoint Measured(
        MeasurementPoint point, MeasurementStatus status = MeasurementStatus.Done, SppbParts sppb = default, GoalRating[]? ratings = null, double? hours = null) =>
        new(point, status, Started, sppb, null, ratings ?? [], hours);
}
