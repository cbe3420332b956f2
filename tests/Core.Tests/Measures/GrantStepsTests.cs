using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;

namespace Mestring.Core.Tests.Measures;

public sealed class GrantStepsTests
{
    private static readonly DateOnly Day0 = new(2026, 1, 1);

    /// <summary>Decisions on four services, some open, some estimates, some on top of each other, in eighths of an hour.</summary>
    internal static readonly Arbitrary<Grant[]> Decisions =
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
        grants.SelectMany((one, i) => grants.Skip(i + 1).Select(other => (one, other))).All(two => two.one.Overlaps(two.other) == (
            two.one.Service == two.other.Service && two.one.IsEstimate == two.other.IsEstimate && Days().Any(day => two.one.Holds(day) && two.other.Holds(day))))));

    /// <summary>Day by day: the last day with a decision, if there is one and it has hours.</summary>
    [Fact]
    public void Decisions_have_run_out_the_day_after_the_last_of_them_that_has_hours() => Check.QuickThrowOnFailure(Prop.ForAll(Decisions, grants =>
    {
        var held = Days().Where(day => grants.Any(g => !g.IsEstimate && GrantedServices.Headline.Contains(g.Service) && g.Holds(day))).Select(d => (DateOnly?)d).LastOrDefault();
        var expected = held is { } last && last != Days().Last() && Walked(grants, GrantedServices.Headline, last) > 0 ? last.AddDays(1) : (DateOnly?)null;
        return GrantSteps.RanOut(grants, GrantedServices.Headline) == expected;
    }));

    [Fact]
    public void A_decision_of_no_hours_says_that_the_end_was_meant()
    {
        Grant first = new("1", 4, Day0, Day0.AddDays(6));

        Assert.Equal(Day0.AddDays(7), GrantSteps.RanOut([first], GrantedServices.Headline));
        Assert.Null(GrantSteps.RanOut([first, new("1", 0, Day0.AddDays(7), null)], GrantedServices.Headline));
        Assert.Null(GrantSteps.RanOut([first, new("15", 0, Day0.AddDays(20), Day0.AddDays(30))], GrantedServices.Headline));
        Assert.Equal(Day0.AddDays(7), GrantSteps.RanOut([first, new("4", 9, Day0, null), new("1", 9, Day0, null, IsEstimate: true)], GrantedServices.Headline));
    }

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

        Assert.DoesNotContain(new Grant[] { new("1", 2, Day0.AddDays(7), null), new("15", 2, Day0, null), new("1", 9, Day0, null, IsEstimate: true) }, first.Overlaps);
        Assert.True(first.Overlaps(new("1", 2, Day0.AddDays(6), null)));
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
