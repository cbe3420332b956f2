using Mestring.Core.Measures;
using Mestring.Core.Networks;

namespace Mestring.Core.Tests.Networks;

/// <summary>What the two invitations state, checked against the files.</summary>
public sealed class ShippedRunTests
{
    private static readonly Programme Reablement = ProgrammeFiles.Read("hverdagsrehabilitering");
    private static readonly Programme Disability = ProgrammeFiles.Read("utviklingshemming");

    [Fact]
    public void The_first_network_meets_four_times_two_days_from_October_to_April()
    {
        var run = new NetworkDefinition(Reablement, Reablement.FirstRun!);

        Assert.Equal("2017-10-10..2017-10-11, 2017-11-22..2017-11-23, 2018-01-30..2018-01-31, 2018-04-18..2018-04-19", Dates(run));
        Assert.Equal(new DateOnly(2017, 9, 1), run.Terms.Deadline);
        Assert.Equal("Tromsø", run.Gatherings()[0].Plan.Place!.Nb);
        Assert.All(run.Gatherings().Skip(1), each => Assert.Null(each.Plan.Place));
        Assert.All(run.Gatherings(), each => Assert.Equal(2m, each.Gathering.Length.Max));
        Assert.Equal((6, 8, 10), (run.Members().Minimum, run.Members().PlannedFrom, run.Members().PlannedTo));
        Assert.Equal(4, Reablement.Attendance.PersonsPerGathering);
        Assert.Equal(191, run.Ends().DayNumber - run.Starts().DayNumber);
    }

    [Theory]
    [InlineData("2018-04-19", NetworkState.Running, Registration.Open)]
    [InlineData("2018-04-19", NetworkState.Ended, Registration.FollowUps)]
    [InlineData("2018-04-20", NetworkState.Running, Registration.FollowUps)]
    [InlineData("2019-07-19", NetworkState.Running, Registration.FollowUps)]
    [InlineData("2019-07-20", NetworkState.Running, Registration.Closed)]
    [InlineData("2019-07-20", NetworkState.Ended, Registration.Closed)]
    public void Courses_are_begun_until_the_network_ends_and_followed_up_until_the_last_window_has_closed(string today, NetworkState state, Registration expected)
    {
        var run = new NetworkDefinition(Reablement, Reablement.FirstRun!);

        Assert.Equal(expected, run.Registration(state, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(new DateOnly(2019, 7, 19), run.RegistrationEnds());
    }

    [Fact]
    public void The_last_course_that_may_be_registered_has_all_its_windows()
    {
        var run = new NetworkDefinition(Reablement, Reablement.FirstRun!);
        var start = run.Ends().AddMonths(NetworkDefinition.MonthsAhead);

        Assert.All(Reablement.Windows, window => Assert.NotEqual(Registration.Closed, run.Registration(NetworkState.Ended, window.Closes(start))));
    }

    [Fact]
    public void The_second_network_meets_five_times_and_knows_only_the_months_of_four()
    {
        var run = new NetworkDefinition(Disability, Disability.FirstRun!);

        Assert.Equal("2022-03-14..2022-03-15, 2022-05-01..2022-06-30, 2022-08-01..2022-09-30, 2022-10-01..2022-11-30, 2023-06-01..2023-06-30", Dates(run));
        Assert.Equal([false, true, true, true, true], run.Gatherings().Select(each => each.Plan.Dates.MonthsOnly));
        Assert.Equal(new InformationMeeting(new DateOnly(2022, 2, 2), new TimeOnly(8, 30), new TimeOnly(9, 15), MeetingMode.Digital), run.Terms.InformationMeeting);
        Assert.Equal(new DateOnly(2022, 2, 16), run.Terms.Deadline);
        Assert.Equal((50_000m, true, VatStatus.NotStated), (run.Fee().FlatAmount!.Value, run.Fee().Approximate, run.Fee().Vat));
        Assert.NotNull(run.Fee().Condition);
        Assert.Equal(8, Disability.Texts.ExpectedResults.Count);
        Assert.Null(run.Members().Minimum);
    }

    [Fact]
    public void A_new_run_from_the_old_first_day_gets_the_old_dates_within_a_day()
    {
        var again = Reablement.Schedule(new DateOnly(2017, 10, 10), "again", LocalizedText.Same("again"));
        var drift = again.Terms.Gatherings.Zip(Reablement.FirstRun!.Gatherings, (a, b) => Math.Abs(a.Dates.First.DayNumber - b.Dates.First.DayNumber));

        Assert.All(drift, days => Assert.InRange(days, 0, 1));
        Assert.Equal(Reablement.FirstRun.Deadline, again.Terms.Deadline);
        Assert.All(again.Terms.Gatherings, plan => Assert.Equal(DayOfWeek.Tuesday, plan.Dates.First.DayOfWeek));
    }

    [Fact]
    public void A_new_run_of_the_second_from_the_old_first_day_is_the_old_run()
    {
        var again = Disability.Schedule(new DateOnly(2022, 3, 14), "again", LocalizedText.Same("again"));

        Assert.Equal(Dates(new NetworkDefinition(Disability, Disability.FirstRun!)), Dates(again));
        Assert.Equal(Disability.FirstRun!.InformationMeeting, again.Terms.InformationMeeting);
        Assert.Equal(Disability.FirstRun.Deadline, again.Terms.Deadline);
    }

    [Theory]
    [InlineData(MeasurementPoint.Weeks10, "2027-03-12", "2027-02-26", "2027-04-02")]
    [InlineData(MeasurementPoint.Months6, "2027-07-01", "2027-06-01", "2027-09-01")]
    [InlineData(MeasurementPoint.Months12, "2028-01-01", "2027-12-01", "2028-03-01")]
    public void A_follow_up_counts_inside_its_window(MeasurementPoint point, string due, string opens, string closes)
    {
        var start = new DateOnly(2027, 1, 1);
        var window = Reablement.Windows.Single(each => each.Point == point);

        Assert.Equal((due, opens, closes), (Iso(window.Due(start)), Iso(window.Opens(start)), Iso(window.Closes(start))));
        Assert.True(window.Contains(start, window.Opens(start)) && window.Contains(start, window.Closes(start)));
        Assert.False(window.Contains(start, window.Opens(start).AddDays(-1)) || window.Contains(start, window.Closes(start).AddDays(1)));
    }

    [Theory]
    [InlineData(EnrolmentState.Received, EnrolmentState.Confirmed, true)]
    [InlineData(EnrolmentState.WaitingList, EnrolmentState.Confirmed, true)]
    [InlineData(EnrolmentState.Confirmed, EnrolmentState.Declined, false)]
    [InlineData(EnrolmentState.Withdrawn, EnrolmentState.Confirmed, false)]
    [InlineData(EnrolmentState.Withdrawn, EnrolmentState.Received, true)]
    public void An_enrolment_goes_only_where_it_may(EnrolmentState from, EnrolmentState to, bool allowed) => Assert.Equal(allowed, from.CanBecome(to));

    [Fact]
    public void No_state_becomes_itself()
    {
        Assert.All(Enum.GetValues<EnrolmentState>(), state => Assert.False(state.CanBecome(state)));
        Assert.All(Enum.GetValues<NetworkState>(), state => Assert.False(state.CanBecome(state)));
        Assert.All(Enum.GetValues<HandInState>(), state => Assert.False(state.CanBecome(state)));
    }

    [Fact]
    public void A_network_that_has_ended_and_a_hand_in_that_is_approved_stay_so()
    {
        Assert.Empty(NetworkState.Ended.Next());
        Assert.Empty(HandInState.Approved.Next());
    }

    private static string Dates(NetworkDefinition run) => string.Join(", ", run.Gatherings().Select(each => $"{Iso(each.Plan.Dates.First)}..{Iso(each.Plan.Dates.Last)}"));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
