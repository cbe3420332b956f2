using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Core.Tests.Measures;

public sealed class EconomyTests
{
    private static readonly DateOnly Started = new(2026, 1, 5);
    private static readonly EconomyPrices Prices = new(700, new Dictionary<Profession, decimal> { [Profession.HomeTrainer] = 450, [Profession.Physiotherapist] = 600 }, 2026, "budget");

    /// <summary>
    /// By hand: 10 h before, 4 h from the day after week 10 to the end of week 52 (42 weeks): 42 × 6 = 252 h and 176 400 kr. Input: 10 weeks
    /// of 180 + 60 + 30 minutes of a home trainer (45 h, 20 250 kr) and 60 minutes of a physiotherapist (10 h, 6 000 kr). Net 150 150 kr and
    /// 197 h. Break-even: 26 250 / (6 × 700) = 6.25 weeks.
    /// </summary>
    [Fact]
    public void A_worked_example()
    {
        var economy = Economy.Of([Example()], Started.AddYears(2));

        Assert.Equal(1, economy.Counted);
        Assert.Equal((252, 42), (economy.Hours, economy.PersonWeeks));
        Assert.Equal(55, economy.Input.Hours);
        Assert.Equal((176_400m, 26_250m, 150_150m), (economy.Gross(Prices), economy.Cost(Prices), economy.Net(Prices)));
        Assert.Equal((197, 6.25), (economy.NetHours, economy.BreakEvenWeeks(Prices)));
        Assert.Equal(1.0, economy.LargestShare);
    }

    /// <summary>By hand: a quarter recovers anyway, 252 × 0.75 = 189 h; price a fifth higher, 840 kr: 158 760 kr gross.</summary>
    [Fact]
    public void Price_and_natural_recovery_are_varied()
    {
        var economy = Economy.Of([Example()], Started.AddYears(2));

        Assert.Equal(158_760m, economy.Gross(Prices, new EconomyAssumption(0.2m, 0.25)));
        Assert.Equal(158_760m - 26_250m, economy.Net(Prices, new EconomyAssumption(0.2m, 0.25)));
        Assert.Equal(9, EconomyAssumption.Sensitivity.Distinct().Count());
        Assert.Equal(-100, new EconomyAssumption(0, 0.5).Freed(-100));
    }

    [Fact]
    public void Only_what_has_been_seen_counts()
    {
        var half = Economy.Of([Example()], Started.AddDays(70 + 70));

        Assert.Equal((60, 10), (half.Hours, half.PersonWeeks));
        Assert.Equal(FreedState.UnderWay, FreedHours.Of(Example(), Started.AddDays(70)).State);
        Assert.Equal((FreedState.Counted, 1.0 / 7), (FreedHours.Of(Example(), Started.AddDays(71)).State, FreedHours.Of(Example(), Started.AddDays(71)).PersonWeeks));
    }

    [Theory]
    [InlineData(EndReason.Died, null, null, null, FreedState.Died)]
    [InlineData(EndReason.WithService, Setting.LongTermCare, null, null, FreedState.Institution)]
    [InlineData(EndReason.LongTermService, null, null, null, FreedState.Institution)]
    [InlineData(EndReason.LongTermService, Setting.HomeWithService, null, null, FreedState.Counted)]
    [InlineData(EndReason.Moved, null, null, null, FreedState.MovedOut)]
    [InlineData(EndReason.WithService, Setting.HomeWithService, Setting.Died, null, FreedState.Died)]
    [InlineData(EndReason.WithService, Setting.HomeWithService, null, Setting.LongTermCare, FreedState.Institution)]
    [InlineData(EndReason.WithService, Setting.ShortTermBed, Setting.Hospital, Setting.HomeWithService, FreedState.Counted)]
    public void Death_and_a_move_are_lines_of_their_own_and_never_hours_freed(EndReason reason, Setting? end, Setting? at91Days, Setting? at12Months, FreedState expected)
    {
        var course = Example() with { EndReason = reason, SettingAtEnd = end, SettingAt91Days = at91Days, SettingAt12Months = at12Months };

        Assert.Equal(expected, FreedHours.Of(course, Started.AddYears(2)).State);
        Assert.Equal(expected is FreedState.Counted ? 252 : 0, Economy.Of([course], Started.AddYears(2)).Hours);
    }

    /// <summary>At home on day 91, in an institution at 12 months: 21 days after the 70 of the course are known, and day 91 itself.</summary>
    [Fact]
    public void A_later_move_whose_day_is_not_known_cuts_at_the_last_time_the_person_was_seen_at_home()
    {
        var freed = FreedHours.Of(Example() with { SettingAt91Days = Setting.HomeWithService, SettingAt12Months = Setting.LongTermCare }, Started.AddYears(2));

        Assert.Equal((FreedState.Counted, 22.0 / 7), (freed.State, freed.PersonWeeks));
        Assert.Equal(6 * 22.0 / 7, freed.Hours, 12);
    }

    /// <summary>The course ends on day 69 and ten weeks are day 70, six months day 181, twelve months day 365.</summary>
    [Theory]
    [InlineData(MeasurementPoint.Weeks10, EndReason.Died, null, null, null, FreedState.Died)]
    [InlineData(MeasurementPoint.Weeks10, EndReason.WithService, Setting.Died, null, null, FreedState.Died)]
    [InlineData(MeasurementPoint.Weeks10, EndReason.LongTermService, null, null, null, FreedState.Institution)]
    [InlineData(MeasurementPoint.Weeks10, EndReason.Moved, null, null, null, FreedState.MovedOut)]
    [InlineData(MeasurementPoint.Weeks10, EndReason.WithService, Setting.HomeWithService, Setting.Died, Setting.Died, null)]
    [InlineData(MeasurementPoint.Months6, EndReason.WithService, Setting.HomeWithService, Setting.Died, null, FreedState.Died)]
    [InlineData(MeasurementPoint.Months6, EndReason.WithService, Setting.HomeWithService, Setting.HomeWithService, Setting.LongTermCare, null)]
    [InlineData(MeasurementPoint.Months12, EndReason.WithService, Setting.HomeWithService, Setting.HomeWithService, Setting.LongTermCare, FreedState.Institution)]
    [InlineData(MeasurementPoint.Start, EndReason.Died, null, null, null, null)]
    public void Whoever_has_died_or_left_home_by_a_point_has_no_hours_to_compare_there(
        MeasurementPoint point, EndReason reason, Setting? end, Setting? at91Days, Setting? at12Months, FreedState? expected)
    {
        var course = Example() with { EndReason = reason, SettingAtEnd = end, SettingAt91Days = at91Days, SettingAt12Months = at12Months };
        var day = point switch { MeasurementPoint.Start => Started, MeasurementPoint.Weeks10 => Started.AddDays(70), MeasurementPoint.Months6 => Started.AddMonths(6), _ => Started.AddMonths(12) };

        Assert.Equal(expected, FreedHours.LeftBy(course, new MeasurementWindow(point, day.AddDays(-14), day, day.AddDays(21))));
    }

    [Fact]
    public void New_users_count_only_with_an_estimate_and_never_among_those_who_had_decisions()
    {
        var without = Example() with { NewUser = true };
        var with = without with { EstimatedHours = 8 };
        CaseOutcome[] all = [Example(), without, with];

        Assert.Equal((1, 252), (Economy.Of(all, Started.AddYears(2)).Counted, Economy.Of(all, Started.AddYears(2)).Hours));
        var estimates = Economy.Of(all, Started.AddYears(2), estimates: true);
        Assert.True(estimates.IsEstimate);
        Assert.Equal((1, 42 * 4, 1), (estimates.Counted, estimates.Hours, estimates.Courses[FreedState.NewUser]));
    }

    [Fact]
    public void Unknown_hours_are_not_zero_and_a_missing_price_or_missing_working_time_gives_no_cost()
    {
        Assert.Equal(FreedState.NotKnown, FreedHours.Of(Example() with { Steps = [] }, Started.AddYears(2)).State);
        Assert.Equal(FreedState.NotKnown, FreedHours.Of(Example() with { Steps = [new HoursStep(Started.AddDays(1), 4)] }, Started.AddYears(2)).State);

        var half = Economy.Of([Example(), Example() with { Input = [] }], Started.AddYears(2));
        Assert.Equal((504, (decimal?)null, (double?)null, (double?)null), (half.Hours, half.Net(Prices), half.NetHours, half.BreakEvenWeeks(Prices)));
        Assert.Equal(352_800m, half.Gross(Prices));

        var nurse = Economy.Of([Example() with { Input = [new ProfessionTime(Profession.Nurse, 30, null, null)] }], Started.AddYears(2));
        Assert.Null(nurse.Cost(Prices));
        Assert.Null(Economy.Of([], Started).Gross(Prices));
    }

    [Fact]
    public void Break_even_is_not_reached_when_as_many_hours_are_granted_afterwards() =>
        Assert.Null(Economy.Of([Example() with { Steps = [new HoursStep(Started, 10)] }], Started.AddYears(2)).BreakEvenWeeks(Prices));

    /// <summary>By hand, freed 4 200 and ten times 42: total 4 620, largest 10/11 of it; median 42; trimmed (one off each end of eleven) 42.</summary>
    [Fact]
    public void One_large_course_is_told_apart_from_the_rest()
    {
        CaseOutcome[] all = [Freed(100), .. Enumerable.Repeat(Freed(1), 10)];
        var economy = Economy.Of(all, Started.AddYears(2));

        Assert.Equal(4_620, economy.Hours, 9);
        Assert.Equal(10.0 / 11, economy.LargestShare!.Value, 12);
        Assert.Equal((42, 42, 42), (economy.Median, economy.TrimmedMean, economy.Cautious));
        Assert.Equal(420, economy.Each.Mean!.Value, 9);
    }

    /// <summary>Hours freed against a loop over every day, and over weeks when all changes fall on whole weeks.</summary>
    [Fact]
    public void Hours_freed_are_what_a_loop_over_the_days_gives() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(MadeCourses.Any.ToArbitrary(), Gen.Choose(0, 800).ToArbitrary(), (course, later) =>
    {
        var today = course.StartedOn.AddDays(later);
        var freed = FreedHours.Of(course, today);
        if (freed.State is not FreedState.Counted)
        {
            return freed is { Hours: 0, PersonWeeks: 0 };
        }

        double hours = 0;
        var days = 0;
        for (var day = course.EndedOn!.Value.AddDays(1); day < course.StartedOn.AddDays(364) && day < today; day = day.AddDays(1))
        {
            if (course.SettingAt91Days is Setting.Died or Setting.LongTermCare
                || (course.SettingAt12Months is Setting.Died or Setting.LongTermCare && (course.SettingAt91Days is null or Setting.Unknown || (day > course.StartedOn.AddDays(91)))))
            {
                break;
            }

            days++;
            hours += (freed.Before!.Value - course.Steps.Last(s => s.From <= day).HoursPerWeek) / 7;
        }

        return Math.Abs(hours - freed.Hours) < 1e-6 && Math.Abs((days / 7.0) - freed.PersonWeeks) < 1e-9;
    }));

    /// <summary>
    /// From the decisions themselves, a day at a time: nothing known before the first, and after the last day of the last nothing is granted.
    /// A course is among those that ran out when nothing was granted on the last day seen, and the last decision had hours.
    /// </summary>
    [Fact]
    public void Hours_freed_are_what_the_decisions_say_day_by_day() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(GrantStepsTests.Decisions, Gen.Choose(80, 500).ToArbitrary(), (all, later) =>
    {
        Grant[] grants = [.. all.Where(g => g.Service is not "4" && !g.IsEstimate)];
        var course = Example() with { StartedOn = new DateOnly(2026, 1, 1), EndedOn = new DateOnly(2026, 1, 1).AddDays(69), Steps = GrantSteps.Steps(all, GrantedServices.Headline), RanOutOn = GrantSteps.RanOut(all, GrantedServices.Headline) };
        var (first, after, today) = (course.StartedOn, course.EndedOn!.Value.AddDays(1), course.StartedOn.AddDays(later));
        var freed = FreedHours.Of(course, today);
        if (!grants.Any(g => g.From <= first))
        {
            return freed.State is FreedState.NotKnown;
        }

        double hours = 0;
        var (last, before) = (after, Granted(first));
        for (var day = after; day < first.AddDays(364) && day < today; day = day.AddDays(1))
        {
            hours += (before - Granted(day)) / 7;
            last = day;
        }

        var ranOut = !grants.Any(g => g.To is null || g.To >= last) && Granted(grants.Max(g => g.To)!.Value) > 0;
        return freed.State is FreedState.Counted && Math.Abs(hours - freed.Hours) < 1e-6 && freed.RanOut == ranOut;

        double Granted(DateOnly day) => grants.Where(g => g.From <= day && (g.To is null || day <= g.To)).Sum(g => g.HoursPerWeek);
    }));

    /// <summary>By hand: 10 h before; the decision of 4 h runs out on day 200, so 130 days of 6 h and 164 of 10 h: (780 + 1640) / 7 h.</summary>
    [Theory]
    [InlineData(EndReason.WithService, null, null, null, true)]
    [InlineData(EndReason.WithService, null, null, Setting.HomeWithoutService, false)]
    [InlineData(EndReason.WithService, Setting.HomeWithoutService, Setting.HomeWithService, null, true)]
    [InlineData(EndReason.WithService, Setting.ShortTermBed, Setting.Unknown, null, true)]
    [InlineData(EndReason.NoService, null, null, null, false)]
    [InlineData(EndReason.NoService, null, Setting.HomeWithService, null, true)]
    public void Hours_that_ended_because_a_decision_ran_out_are_counted_and_told_apart(EndReason reason, Setting? end, Setting? at91Days, Setting? at12Months, bool ranOut)
    {
        var course = Example() with
        {
            EndReason = reason,
            SettingAtEnd = end,
            SettingAt91Days = at91Days,
            SettingAt12Months = at12Months,
            Steps = [new HoursStep(Started.AddDays(-200), 10), new HoursStep(Started.AddDays(70), 4), new HoursStep(Started.AddDays(200), 0)],
            RanOutOn = Started.AddDays(200),
        };
        var economy = Economy.Of([Example(), course], Started.AddYears(2));

        Assert.Equal(252 + (2420 / 7.0), economy.Hours, 9);
        Assert.Equal((ranOut ? 1 : 0, ranOut ? 252 : economy.Hours), (economy.RanOut, economy.HoursWithoutRanOut));
        Assert.False(FreedHours.Of(course, Started.AddDays(200)).RanOut);
        Assert.Equal(ranOut, FreedHours.Of(course, Started.AddDays(201)).RanOut);
    }

    [Fact]
    public void Every_course_is_in_one_state_of_one_kind_and_the_total_is_the_sum_of_the_courses() => Check.QuickThrowOnFailure(Prop.ForAll(MadeCourses.Any.ArrayOf().ToArbitrary(), courses =>
    {
        var today = new DateOnly(2026, 6, 1);
        var (real, estimates) = (Economy.Of(courses, today), Economy.Of(courses, today, estimates: true));
        return real.Courses.Values.Sum() + estimates.Courses.Values.Sum() == courses.Length
            && Math.Abs(real.Hours + estimates.Hours - courses.Sum(c => FreedHours.Of(c, today).Hours)) < 1e-6
            && (real.LargestShare is null) == (real.Hours <= 0);
    }));

    [Fact]
    public void Break_even_is_when_the_value_of_steady_hours_has_reached_the_cost() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 80).ToArbitrary(), Gen.Choose(1, 9000).ToArbitrary(), (eighths, minutes) =>
    {
        var course = Freed(eighths / 8.0) with { Input = [new ProfessionTime(Profession.HomeTrainer, minutes, null, null)] };
        var economy = Economy.Of([course], Started.AddYears(2));
        var weeks = economy.BreakEvenWeeks(Prices)!.Value;
        return Math.Abs((weeks * eighths / 8.0 * 700) - (minutes / 60.0 * 450)) < 1e-6 && (weeks <= 42) == (economy.Net(Prices) >= 0);
    }));

    private static CaseOutcome Freed(double perWeek) => Example() with { Steps = [new HoursStep(Started.AddDays(-30), 120), new HoursStep(Started.AddDays(70), 120 - perWeek)] };

    private static CaseOutcome Example() => new()
    {
        Id = Guid.Empty,
        Municipality = MunicipalityCode.Parse("9901", null),
        Instrument = GoalInstrument.Copm,
        BirthYear = 1944,
        Sex = Sex.Woman,
        NewUser = false,
        StartedOn = Started,
        EndedOn = Started.AddDays(69),
        EndReason = EndReason.WithService,
        Steps = [new HoursStep(Started.AddDays(-200), 10), new HoursStep(Started.AddDays(70), 4)],
        Input = ProfessionTime.Of(Enumerable.Range(1, 10).SelectMany(w => new[] { new WorkInput(w, Profession.HomeTrainer, 180, 60, 30), new WorkInput(w, Profession.Physiotherapist, 60, null, null) })),
    };
}
