using Mestring.Core.Measures;

namespace Mestring.Core.Tests.Measures;

/// <summary>Two answers that cannot both be right are noticed, and two that can are not.</summary>
public sealed class ContradictionRulesTests
{
    private static readonly string[] Ids =
    [
        "new-user-had-hours", "end-reason-setting", "no-service-hours", "service-no-hours", "setting-not-yet", "setting-same-day", "not-measured-values", "answers-by-nobody",
        "could-not-walk", "work-after-end",
    ];

    private static readonly DateOnly Today = new(2027, 3, 1);

    [Theory]
    [InlineData("end-reason=NoService setting=HomeWithService", "end-reason-setting setting")]
    [InlineData("end-reason=NoService setting=LongTermCare", "end-reason-setting setting")]
    [InlineData("end-reason=NoService setting=HomeWithoutService", "")]
    [InlineData("end-reason=NoService setting=Unknown", "")]
    [InlineData("end-reason=WithService setting=HomeWithoutService", "end-reason-setting setting")]
    [InlineData("end-reason=LongTermService setting=HomeWithoutService", "end-reason-setting setting")]
    [InlineData("end-reason=LongTermService setting=HomeWithService", "")]
    [InlineData("end-reason=Died setting=HomeWithService", "end-reason-setting setting")]
    [InlineData("end-reason=Died setting=Died", "")]
    [InlineData("end-reason=Private setting=LongTermCare", "end-reason-setting setting")]
    [InlineData("end-reason=NoService setting=HomeWithoutService grant.a.amount=3", "no-service-hours end-reason 3 2026-03-19")]
    [InlineData("end-reason=OpenOffer setting=HomeWithoutService grant.a.amount=3", "no-service-hours setting 3 2026-03-19")]
    [InlineData("end-reason=OpenOffer setting=LongTermCare grant.a.amount=3", "end-reason-setting setting|no-service-hours setting 3 2026-03-19")]
    [InlineData("end-reason=WithService setting=HomeWithService grant.a.amount=3", "")]
    [InlineData("end-reason=WithService setting=HomeWithService grant.a.amount=0", "service-no-hours end-reason 2026-03-19")]
    [InlineData("end-reason=OtherTimeLimited setting-91-days=HomeWithoutService grant.a.amount=3", "no-service-hours setting-91-days 3 2026-04-06")]
    [InlineData("end-reason=OtherTimeLimited setting-12-months=HomeWithService grant.a.amount=0", "service-no-hours setting-12-months 2027-01-05")]
    [InlineData("new-user=yes grant.a.amount=3 grant.a.from=2025-11-01", "new-user-had-hours new-user 3")]
    [InlineData("new-user=yes grant.a.amount=3 grant.a.from=2026-01-05", "")]
    [InlineData("started-on=2026-12-01 ended-on=2027-02-10 setting-91-days=HomeWithService", "setting-not-yet setting-91-days 2027-03-02")]
    [InlineData("started-on=2026-12-01 ended-on=2027-02-10 setting-91-days=Died", "")]
    [InlineData("ended-on=2026-04-06 setting=Hospital setting-91-days=HomeWithService", "setting-same-day setting-91-days 2026-04-06")]
    [InlineData("ended-on=2026-04-06 setting=Hospital setting-91-days=Hospital", "")]
    [InlineData("weeks10.status=Declined weeks10.sppb.gait=2 weeks10.satisfaction=4", "not-measured-values weeks10.status 2")]
    [InlineData("weeks10.status=Declined weeks10.sppb.gait=!not-safe", "")]
    [InlineData("weeks10.status=Done weeks10.satisfaction.by=Alone", "answers-by-nobody weeks10.satisfaction.by")]
    [InlineData("weeks10.status=Done weeks10.satisfaction.by=Alone weeks10.satisfaction=4", "")]
    [InlineData("weeks10.status=Done weeks10.sppb.gait=0 weeks10.tug=12.5", "could-not-walk weeks10.tug 12.5 weeks10.sppb.gait")]
    [InlineData("weeks10.status=Done weeks10.barthel.mobility=0 weeks10.tug=12.5", "could-not-walk weeks10.tug 12.5 weeks10.barthel.mobility")]
    [InlineData("weeks10.status=Done weeks10.sppb.gait=1 weeks10.tug=12.5", "")]
    [InlineData("input.12.Nurse.direct=60", "work-after-end input.12.Nurse.direct 12 2026-03-18")]
    [InlineData("input.11.Nurse.direct=60", "")]
    public void A_pair_of_answers(string changes, string found)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["new-user"] = "no",
            ["started-on"] = "2026-01-05",
            ["ended-on"] = "2026-03-18",
            ["end-reason"] = "OtherEarly",
            ["grant.a.service"] = "1",
            ["grant.a.unit"] = "Week",
            ["grant.a.from"] = "2026-01-05",
        };
        foreach (var change in changes.Split(' '))
        {
            fields[change.Split('=')[0]] = change.Split('=')[1];
        }

        var findings = CaseRules.Check(new CaseValues(fields, _ => [], Today)).Where(f => Ids.Contains(f.Rule, StringComparer.Ordinal));

        Assert.Equal(found, string.Join('|', findings.Select(f => $"{f.Rule} {f.Path} {string.Join(' ', f.Values)}".Trim())));
    }

    [Theory]
    [InlineData(31, 40, 78)]
    [InlineData(30, 50, 60)]
    [InlineData(59, 99, 59)]
    [InlineData(2, 3, 67)]
    [InlineData(199, 200, 99)]
    [InlineData(1, 300, 1)]
    [InlineData(0, 4, 0)]
    [InlineData(4, 4, 100)]
    public void Completeness_is_rounded_once_and_never_past_a_limit_people_act_on(int done, int due, int percent) =>
        Assert.Equal(percent, new Completeness(done, due - done, 0, 0).Percent);

    [Theory]
    [InlineData(6, 10, 4)] // enough of what is due, but six persons make no mean
    [InlineData(11, 20, 1)]
    [InlineData(12, 20, 0)]
    [InlineData(5, 30, 13)]
    public void What_is_needed_before_figures_are_shown_is_enough_of_what_is_due_and_enough_persons(int done, int due, int needed) =>
        Assert.Equal(needed, new Completeness(done, due - done, 0, 0).Needed);

    [Fact]
    public void Only_finished_measurements_count_as_done()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["started-on"] = "2026-01-05", ["weeks10.status"] = "Done", ["weeks10.on"] = "2026-03-16" };
        var window = new MeasurementWindow(MeasurementPoint.Weeks10, new(2026, 3, 2), new(2026, 3, 16), new(2026, 4, 6));
        var (begun, finished) = (new RegisterTally(), new RegisterTally());

        begun.Add(new CaseValues(fields, _ => [window], Today), _ => null);
        fields["weeks10.asked"] = "goals sppb service hours";
        finished.Add(new CaseValues(fields, _ => [window], Today), _ => null);

        Assert.Equal((0, 1), (begun.At(MeasurementPoint.Weeks10).Done, begun.At(MeasurementPoint.Weeks10).Missing));
        Assert.Equal((1, 0), (finished.At(MeasurementPoint.Weeks10).Done, finished.At(MeasurementPoint.Weeks10).Missing));
    }
}
