using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;
using Mestring.Core.Networks;

namespace Mestring.Core.Tests.Measures;

public sealed class MeasurementWindowTests
{
    private static readonly DateOnly Started = new(2026, 11, 16);
    private static readonly MeasurementWindow Weeks10 = new FollowUpWindow(MeasurementPoint.Weeks10, WindowUnit.Weeks, 10, 8, 13).In(Started);

    /// <summary>From a calendar: 16 November 2026 plus 8, 10 and 13 weeks.</summary>
    [Theory]
    [InlineData("2027-01-10", PointState.NotYetDue)]
    [InlineData("2027-01-11", PointState.Due)]
    [InlineData("2027-01-25", PointState.Due)]
    [InlineData("2027-01-26", PointState.Overdue)]
    [InlineData("2027-02-15", PointState.Overdue)]
    [InlineData("2027-02-16", PointState.Missing)]
    public void The_window_decides_while_nothing_is_registered(string today, PointState expected) =>
        Assert.Equal(expected, Weeks10.State(null, null, null, null, DateOnly.Parse(today, null)));

    [Theory]
    [InlineData(MeasurementStatus.Done, PointState.Done)]
    [InlineData(MeasurementStatus.Declined, PointState.Missing)]
    [InlineData(MeasurementStatus.Unable, PointState.Missing)]
    [InlineData(MeasurementStatus.Missed, PointState.Missing)]
    public void What_is_registered_stands_on_any_day(MeasurementStatus status, PointState expected)
    {
        Assert.Equal(expected, Weeks10.State(status, null, null, null, Started));
        Assert.Equal(expected, Weeks10.State(status, Started.AddDays(9), EndReason.Died, null, Started.AddYears(2)));
    }

    [Theory]
    [InlineData(EndReason.Died, "2027-01-24", PointState.NoLongerDue)]
    [InlineData(EndReason.Declined, "2027-01-24", PointState.NoLongerDue)]
    [InlineData(EndReason.Died, "2027-01-25", PointState.Due)]
    [InlineData(EndReason.NoService, "2027-01-12", PointState.Due)]
    public void A_course_broken_off_before_the_day_asks_for_no_more_but_a_finished_one_is_followed(EndReason reason, string ended, PointState expected) =>
        Assert.Equal(expected, Weeks10.State(null, DateOnly.Parse(ended, null), reason, null, new DateOnly(2027, 1, 25)));

    /// <summary>The settings are asked for 91 days and 12 months after the start: 15 February and 16 November 2027.</summary>
    [Theory]
    [InlineData(null, Setting.Died, null, PointState.Missing, PointState.NoLongerDue, PointState.NoLongerDue)]
    [InlineData(null, null, Setting.Died, PointState.Missing, PointState.Missing, PointState.NoLongerDue)]
    [InlineData(Setting.Died, Setting.Died, Setting.Died, PointState.NoLongerDue, PointState.NoLongerDue, PointState.NoLongerDue)]
    [InlineData(Setting.HomeWithService, Setting.Unknown, Setting.Hospital, PointState.Missing, PointState.Missing, PointState.Missing)]
    public void Who_is_said_to_be_dead_is_waited_for_no_more(Setting? atEnd, Setting? after91, Setting? after12, PointState weeks10, PointState months6, PointState months12)
    {
        DateOnly? ended = atEnd is null ? null : Started.AddDays(60);
        var dead = LaterSettings.KnownDead(Started, ended, atEnd, after91, after12);
        FollowUpWindow[] windows = [new(MeasurementPoint.Weeks10, WindowUnit.Weeks, 10, 8, 13), new(MeasurementPoint.Months6, WindowUnit.Months, 6, 5, 8), new(MeasurementPoint.Months12, WindowUnit.Months, 12, 11, 14)];

        Assert.Equal([weeks10, months6, months12], windows.Select(w => w.In(Started).State(null, ended, ended is null ? null : EndReason.WithService, dead, Started.AddYears(3))));
    }

    /// <summary>Against the plainest reference: walk the days one by one and see which part of the window each lies in.</summary>
    [Fact]
    public void States_follow_each_other_in_one_order_and_change_only_at_the_edges()
    {
        var lengths = Gen.Choose(0, 40).Two().Zip(Gen.Choose(0, 40), (two, third) => (two.Item1, two.Item2, third));

        Check.QuickThrowOnFailure(Prop.ForAll(lengths.ToArbitrary(), length =>
        {
            var (lead, wait, late) = length;
            var window = new MeasurementWindow(MeasurementPoint.Months6, Started.AddDays(lead), Started.AddDays(lead + wait), Started.AddDays(lead + wait + late));
            var walked = Enumerable.Range(-1, 125).Select(i => window.State(null, null, null, null, Started.AddDays(i)));
            IEnumerable<PointState> expected =
            [
                .. Enumerable.Repeat(PointState.NotYetDue, lead + 1),
                .. Enumerable.Repeat(PointState.Due, wait + 1),
                .. Enumerable.Repeat(PointState.Overdue, late),
                .. Enumerable.Repeat(PointState.Missing, 125 - lead - wait - late - 2),
            ];
            return walked.SequenceEqual(expected);
        }));
    }

    [Fact]
    public void A_measurement_counts_exactly_while_its_window_is_open()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(-30, 200).ToArbitrary(), days =>
        {
            var day = Started.AddDays(days);
            return Weeks10.Contains(day) == Weeks10.State(null, null, null, null, day) is PointState.Due or PointState.Overdue;
        }));
    }
}
