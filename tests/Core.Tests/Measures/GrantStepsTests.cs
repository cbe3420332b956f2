using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;

namespace Mestring.Core.Tests.Measures;

public sealed class GrantStepsTests
{
    private static readonly DateOnly Day0 = new(2026, 1, 1);

    /// <summary>Decisions on four services, some open, some estimates, some on top of each other, in eighths of an hour.</summary>
    private static readonly Arbitrary<Grant[]> Decisions =
        (from service in Gen.Elements("1", "2", "15", "4")
         from hours in Gen.Choose(0, 200)
         from start in Gen.Choose(-50, 250)
         from length in Gen.Choose(-40, 200)
         from estimate in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
         select new Grant(service, hours / 8.0, Day0.AddDays(start), length < 0 ? null : Day0.AddDays(start + length), estimate)).ArrayOf().ToArbitrary();

    [Fact]
    public void The_hours_of_every_day_are_what_a_walk_through_the_decisions_gives() => Check.QuickThrowOnFailure(Prop.ForAll(Decisions, grants =>
        Days().All(day => GrantSteps.HoursOn(grants, GrantedServices.Headline, day) == Walked(grants, GrantedServices.Headline, day))));

    [Fact]
    public void The_steps_give_the_same_hours_as_the_decisions_on_every_day() => Check.QuickThrowOnFailure(Prop.ForAll(Decisions, grants =>
    {
        var steps = GrantSteps.Steps(grants, GrantedServices.Headline);
        return Days().All(day => steps.Where(s => s.From <= day).Select(s => (double?)s.HoursPerWeek).LastOrDefault() == Walked(grants, GrantedServices.Headline, day));
    }));

    [Fact]
    public void Each_step_is_later_than_the_one_before_and_has_other_hours() => Check.QuickThrowOnFailure(Prop.ForAll(Decisions, grants =>
    {
        var steps = GrantSteps.Steps(grants, GrantedServices.Headline);
        return steps.Zip(steps.Skip(1)).All(two => two.First.From < two.Second.From && two.First.HoursPerWeek != two.Second.HoursPerWeek);
    }));

    [Fact]
    public void The_order_in_which_decisions_are_written_down_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Decisions, grants =>
        GrantSteps.Steps(grants, GrantedServices.Headline).SequenceEqual(GrantSteps.Steps([.. grants.Reverse()], GrantedServices.Headline))));

    [Fact]
    public void The_services_of_a_day_add_up_to_its_hours() => Check.QuickThrowOnFailure(Prop.ForAll(Decisions, grants =>
        Days().Where(d => d.Day is 1 or 15).All(day => GrantedServices.HeadlineHours(GrantSteps.On(grants, day)) == GrantSteps.HoursOn(grants, GrantedServices.Headline, day))));

    [Fact]
    public void Two_decisions_on_one_service_overlap_exactly_when_they_share_a_day() => Check.QuickThrowOnFailure(Prop.ForAll(Decisions, grants =>
    {
        var shared = grants.SelectMany((one, i) => grants.Skip(i + 1).Where(other =>
            one.Service == other.Service && one.IsEstimate == other.IsEstimate && Days().Any(day => one.Holds(day) && other.Holds(day)))).Any();
        return GrantSteps.Overlap(grants) is { } found
            ? shared && found.Earlier.From <= found.Later.From && Days().Any(day => found.Earlier.Holds(day) && found.Later.Holds(day))
            : !shared;
    }));

    [Fact]
    public void Hours_a_month_are_a_quarter_a_week_and_not_twelve_fifty_seconds()
    {
        Assert.Equal(5, GrantSteps.PerWeek(20, GrantUnit.Month));
        Assert.Equal(0.375, GrantSteps.PerWeek(1.5, GrantUnit.Month));
        Assert.Equal(20, GrantSteps.PerWeek(20, GrantUnit.Week));
    }

    [Fact]
    public void Both_ends_of_a_decision_count_and_nothing_before_it_is_known()
    {
        Grant[] one = [new("1", 4, Day0, Day0.AddDays(6))];

        Assert.Null(GrantSteps.HoursOn(one, GrantedServices.Headline, Day0.AddDays(-1)));
        Assert.Equal([4.0, 4.0, 0.0], new[] { 0, 6, 7 }.Select(d => GrantSteps.HoursOn(one, GrantedServices.Headline, Day0.AddDays(d))!.Value));
        Assert.Equal([new HoursStep(Day0, 4), new HoursStep(Day0.AddDays(7), 0)], GrantSteps.Steps(one, GrantedServices.Headline));
        Assert.Null(GrantSteps.HoursOn(one, ["15"], Day0));
    }

    [Fact]
    public void A_decision_that_goes_on_for_ever_has_no_step_after_it() =>
        Assert.Equal([new HoursStep(Day0, 4)], GrantSteps.Steps([new("1", 4, Day0, DateOnly.MaxValue)], GrantedServices.Headline));

    [Fact]
    public void A_decision_that_follows_another_with_the_same_hours_makes_no_step() =>
        Assert.Equal(
            [new HoursStep(Day0, 0.3)],
            GrantSteps.Steps([new("15", 0.2, Day0, null), new("1", 0.1, Day0.AddDays(7), null), new("1", 0.1, Day0, Day0.AddDays(6))], GrantedServices.Headline));

    [Fact]
    public void A_decision_may_begin_the_day_after_another_ends_but_not_the_same_day()
    {
        var first = new Grant("1", 4, Day0, Day0.AddDays(6));

        Assert.Null(GrantSteps.Overlap([first, new("1", 2, Day0.AddDays(7), null), new("15", 2, Day0, null), new("1", 9, Day0, null, IsEstimate: true)]));
        Assert.Equal((first, new Grant("1", 2, Day0.AddDays(6), null)), GrantSteps.Overlap([new("1", 2, Day0.AddDays(6), null), first]));
    }

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(-60, 560).Select(Day0.AddDays);

    /// <summary>The plainest way to say it: nothing known before the first decision, then the sum of those that hold.</summary>
    private static double? Walked(Grant[] grants, IReadOnlyList<string> services, DateOnly day)
    {
        double hours = 0;
        var known = false;
        foreach (var grant in grants)
        {
            if (!services.Contains(grant.Service) || grant.IsEstimate)
            {
                continue;
            }

            known |= grant.From <= day;
            if (grant.From <= day && (grant.To is null || grant.To >= day))
            {
                hours += grant.HoursPerWeek;
            }
        }

        return known ? hours : null;
    }
}
