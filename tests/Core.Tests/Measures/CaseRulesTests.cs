using FsCheck;
using FsCheck.Fluent;
using Mestring.Core.Measures;
using Mestring.Core.Networks;

namespace Mestring.Core.Tests.Measures;

public sealed class CaseRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    private static readonly FollowUpWindow[] Windows =
    [
        new(MeasurementPoint.Start, WindowUnit.Days, 0, -14, 14),
        new(MeasurementPoint.Weeks10, WindowUnit.Weeks, 10, 8, 13),
        new(MeasurementPoint.Months6, WindowUnit.Months, 6, 5, 8),
        new(MeasurementPoint.Months12, WindowUnit.Months, 12, 11, 14),
    ];

    [Fact]
    public void An_ordinary_course_breaks_no_rule() => Assert.Empty(CaseRules.Check(Course()));

    /// <summary>One change to an ordinary course, and the one rule it breaks; several changes are parted by blanks, and = with nothing takes a value out.</summary>
    [Theory]
    [InlineData("colour=blue", "field-unknown colour colour")]
    [InlineData("motivation=6", "value-out-of-range motivation 6 1 5")]
    [InlineData("sex=Mann", "value-not-taken sex Mann")]
    [InlineData("weeks10.sppb.balance=5", "value-out-of-range weeks10.sppb.balance 5 0 4")]
    [InlineData("weeks10.eq-vas=100.5", "value-out-of-range weeks10.eq-vas 100.5 0 100")]
    [InlineData("weeks10.barthel.feeding=7", "value-not-taken weeks10.barthel.feeding 7")]
    [InlineData("weeks10.goal1.attainment=3", "value-out-of-range weeks10.goal1.attainment 3 -2 2")]
    [InlineData("goal1.weight=0", "value-out-of-range goal1.weight 0 1 10")]
    [InlineData("weeks10.tug=0", "value-out-of-range weeks10.tug 0 0.01 300")]
    [InlineData("weeks10.tug=-1", "value-out-of-range weeks10.tug -1 0.01 300")]
    [InlineData("goal2.text=01010750160", "identity-number goal2.text")]
    [InlineData("birth-year=2009", "age-child birth-year 17 18")]
    [InlineData("birth-year=2008", "age-unusual birth-year 18 50")]
    [InlineData("birth-year=1977", "age-unusual birth-year 49 50")]
    [InlineData("birth-year=1976", "")]
    [InlineData("ended-on=2026-01-04", "end-before-start ended-on 2026-01-04 2026-01-05")]
    [InlineData("ended-on=2026-11-02", "course-long ended-on 20|end-in-future ended-on 2026-11-02")]
    [InlineData("ended-on=2026-05-25", "")]
    [InlineData("ended-on=2026-05-26", "course-long ended-on 20")]
    [InlineData("ended-on=2026-01-11", "course-short ended-on 6")]
    [InlineData("ended-on=2026-01-12", "")]
    [InlineData("planned-end=2026-01-04", "plan-before-start planned-end 2026-01-04 2026-01-05")]
    [InlineData("end-reason=", "end-reason-missing end-reason")]
    [InlineData("ended-on=", "end-date-missing ended-on")]
    [InlineData("goal1.text= goal2.text= start.goal1.performance= start.goal2.performance= weeks10.goal1.performance= weeks10.goal2.performance= start.goal1.satisfaction= weeks10.goal1.satisfaction=", "no-goals goal1.text 2")]
    [InlineData("copm-licence=no", "licence-missing copm-licence")]
    [InlineData("end-reason=Died setting-91-days=HomeWithService", "setting-after-death setting-91-days 2026-03-18")]
    [InlineData("end-reason=Died setting-91-days=Died setting-12-months=Unknown", "")]
    [InlineData("setting-91-days=Died", "")]
    [InlineData("setting-91-days=Died setting-12-months=HomeWithService", "setting-after-death setting-12-months 2026-04-06|setting-not-yet setting-12-months 2027-01-05")]
    [InlineData("setting-91-days=HomeWithService setting-12-months=Died", "")]
    [InlineData("setting-91-days=Died months6.status=Done months6.on=2026-07-05", "measured-after-death months6.on 2026-07-05 2026-04-06")]
    [InlineData("setting=Died", "death-without-date end-reason")]
    [InlineData("weeks10.on=", "date-missing weeks10.on")]
    [InlineData("weeks10.on= weeks10.status=Declined", "not-measured-values weeks10.status 6")]
    [InlineData("weeks10.on=2026-11-02", "measured-in-future weeks10.on 2026-11-02|outside-window weeks10.on 2026-11-02 2026-03-02 2026-04-06")]
    [InlineData("weeks10.on=2026-01-04", "measured-before-start weeks10.on 2026-01-04 2026-01-05|outside-window weeks10.on 2026-01-04 2026-03-02 2026-04-06")]
    [InlineData("start.on=2026-01-02", "")]
    [InlineData("start.on=2025-12-22", "")]
    [InlineData("start.on=2025-12-21", "measured-before-start start.on 2025-12-21 2026-01-05|outside-window start.on 2025-12-21 2025-12-22 2026-01-19")]
    [InlineData("end-reason=Died ended-on=2026-03-10", "measured-after-death weeks10.on 2026-03-16 2026-03-10")]
    [InlineData("weeks10.on=2026-03-01", "outside-window weeks10.on 2026-03-01 2026-03-02 2026-04-06")]
    [InlineData("weeks10.on=2026-03-02", "")]
    [InlineData("weeks10.on=2026-04-06", "")]
    [InlineData("weeks10.on=2026-04-07", "outside-window weeks10.on 2026-04-07 2026-03-02 2026-04-06")]
    [InlineData("start.goal1.performance=0", "copm-range start.goal1.performance 0 1 10")]
    [InlineData("start.goal1.performance=11", "copm-range start.goal1.performance 11 1 10|value-out-of-range start.goal1.performance 11 0 10")]
    [InlineData("start.goal1.performance=3.5", "copm-range start.goal1.performance 3.5 1 10|value-out-of-range start.goal1.performance 3.5 0 10")]
    [InlineData("start.goal1.performance=!declined", "")]
    [InlineData("instrument=Psfs start.goal1.satisfaction= weeks10.goal1.satisfaction=", "")]
    [InlineData("instrument=Psfs start.goal1.satisfaction=", "psfs-satisfaction weeks10.goal1.satisfaction")]
    [InlineData("goal2.text=", "goal-gone start.goal2.performance 2|goal-gone weeks10.goal2.performance 2")]
    [InlineData("goal2.text= start.goal2.performance= weeks10.goal2.performance= weeks10.goal2.attainment=1", "goal-gone weeks10.goal2.performance 2")]
    [InlineData("weeks10.sppb.total=9", "sppb-total weeks10.sppb.total 9 8")]
    [InlineData("weeks10.sppb.total=8", "")]
    [InlineData("weeks10.sppb.walk1=5.00 weeks10.sppb.course=4", "")]
    [InlineData("weeks10.sppb.walk1=4.80 weeks10.sppb.course=4", "sppb-task-differs weeks10.sppb.gait 3 4")]
    [InlineData("weeks10.sppb.walk1=5.00", "sppb-course weeks10.sppb.course")]
    [InlineData("weeks10.sppb.walk1=3.00 weeks10.sppb.course=2.44", "")]
    [InlineData("weeks10.sppb.walk1=5.00 weeks10.sppb.course=6", "sppb-course weeks10.sppb.course 6|value-not-taken weeks10.sppb.course 6")]
    [InlineData("weeks10.sppb.gait=4 weeks10.sppb.walk1=1.49 weeks10.sppb.course=4", "sppb-fast weeks10.sppb.walk1 1.49 1.5")]
    [InlineData("weeks10.sppb.chair=4 weeks10.sppb.chair-time=3.99", "sppb-fast weeks10.sppb.chair-time 3.99 4")]
    [InlineData("weeks10.sppb.chair=4 weeks10.sppb.chair-time=4", "")]
    [InlineData("weeks10.tug=3.9", "tug-fast weeks10.tug 3.9 4")]
    [InlineData("weeks10.tug=60.1", "tug-slow weeks10.tug 60.1 60")]
    [InlineData("weeks10.tug=60", "")]
    [InlineData("weeks10.goal1.performance=3 weeks10.goal1.satisfaction=2 weeks10.goal2.performance=4", "same-as-start weeks10")]
    [InlineData("grant.a.from=", "grant-incomplete grant.a.from")]
    [InlineData("grant.a.service=22", "")]
    [InlineData("grant.a.service=12", "grant-service grant.a.service 12|value-not-taken grant.a.service 12")]
    [InlineData("grant.a.amount=-1", "grant-hours grant.a.amount -1 168|value-out-of-range grant.a.amount -1 0 672")]
    [InlineData("grant.a.amount=169", "grant-hours grant.a.amount 169 168|grant-many-hours grant.a.amount 169 2025-06-01 60")]
    [InlineData("grant.a.amount=240 grant.a.unit=Month", "")]
    [InlineData("grant.a.amount=240.5 grant.a.unit=Month", "grant-many-hours grant.a.amount 60.125 2025-06-01 60")]
    [InlineData("grant.a.to=2025-05-31", "grant-order grant.a.to 2025-06-01 2025-05-31")]
    [InlineData("grant.b.service=1 grant.b.amount=4 grant.b.unit=Week grant.b.from=2026-03-01", "grant-overlap grant.b.from 1 2025-06-01 2026-03-01")]
    [InlineData("grant.a.to=2026-02-28 grant.b.service=1 grant.b.amount=4 grant.b.unit=Week grant.b.from=2026-03-01", "")]
    [InlineData("grant.a.from=2026-01-06", "grant-after-start grant.a.from 2026-01-06 2026-01-05")]
    [InlineData("grant.a.from=2026-01-05", "")]
    [InlineData("grant.a.from=2026-01-20", "")]
    [InlineData("grant.a.service=4 grant.a.from=2026-01-06", "")]
    [InlineData("grant.a.from=2026-01-06 grant.b.service=15 grant.b.amount=2 grant.b.unit=Week grant.b.from=2025-06-01 grant.b.to=2025-12-31", "")]
    [InlineData("grant.a.from=2026-01-06 grant.a.estimate=yes new-user=yes", "grant-after-start grant.a.from 2026-01-06 2026-01-05")]
    [InlineData("weeks10.satisfaction=4 weeks10.satisfaction.by=Deliverer", "satisfaction-by-deliverer weeks10.satisfaction.by")]
    [InlineData("weeks10.satisfaction=4 weeks10.satisfaction.by=OtherStaff", "")]
    [InlineData("weeks10.satisfaction=!other weeks10.satisfaction.by=Deliverer", "")]
    [InlineData("weeks10.satisfaction=4 weeks10.satisfaction.2=6", "value-out-of-range weeks10.satisfaction.2 6 1 5")]
    [InlineData("grant.a.to=2026-03-18", "grant-ran-out grant.a.to 2026-03-18")]
    [InlineData("grant.a.to=2026-03-18 end-reason=NoService", "")]
    [InlineData("grant.a.to=2026-03-18 end-reason=NoService setting-91-days=HomeWithService", "grant-ran-out grant.a.to 2026-03-18")]
    [InlineData("grant.a.to=2026-03-18 setting=HomeWithoutService", "end-reason-setting setting")]
    [InlineData("grant.a.to=2026-03-18 setting-12-months=Died", "")]
    [InlineData("grant.a.to=2026-03-18 setting-91-days=LongTermCare", "")]
    [InlineData("grant.a.to=2026-03-18 grant.b.service=15 grant.b.amount=0 grant.b.from=2026-03-19", "service-no-hours end-reason 2026-03-19")]
    [InlineData("grant.a.to=2026-03-18 grant.b.service=15 grant.b.amount=1 grant.b.from=2026-03-19", "")]
    [InlineData("grant.a.to=2099-03-18", "")]
    [InlineData("grant.a.estimate=yes", "grant-estimate grant.a.estimate")]
    [InlineData("grant.a.estimate=yes new-user=yes", "")]
    public void Each_rule_is_broken_by_what_it_is_about_and_by_nothing_else(string changes, string expected)
    {
        var findings = CaseRules.Check(Course(changes.Split(' '))).Select(f => string.Join(' ', [f.Rule, f.Path, .. f.Values]).TrimEnd()).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), findings);
    }

    /// <summary>Changes to an ordinary course, and what they bring that was not there before.</summary>
    [Theory]
    [InlineData("goal1.text=Go~far", "goal-rated goal1.text 1")]
    [InlineData("goal1.domain=Mobility", "")]
    [InlineData("goal2.text=", "goal-rated goal2.text 2|goal-gone start.goal2.performance 2|goal-gone weeks10.goal2.performance 2")]
    [InlineData("goal2.text= start.goal2.performance= weeks10.goal2.performance=", "")]
    [InlineData("goal3.text=Swim", "")]
    [InlineData("instrument=Psfs start.goal1.satisfaction= weeks10.goal1.satisfaction=", "instrument-rated instrument Copm")]
    [InlineData("birth-year=2008", "age-unusual birth-year 18 50")]
    [InlineData("ended-on=2026-01-04", "end-before-start ended-on 2026-01-04 2026-01-05")]
    public void A_change_is_held_against_what_was_there(string changes, string expected)
    {
        var found = CaseRules.CheckChange(Course(), Course([.. changes.Split(' ').Select(c => c.Replace('~', ' '))]));
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), found.Select(f => string.Join(' ', [f.Rule, f.Path, .. f.Values]).TrimEnd()));
    }

    [Fact]
    public void What_was_wrong_before_a_change_and_stays_as_it_was_is_not_its_doing()
    {
        string[] old = ["ended-on=2026-01-04", "goal1.weight=0"];

        Assert.Empty(CaseRules.CheckChange(Course(old), Course([.. old, "unit=East"])));
        Assert.Equal(["end-before-start"], CaseRules.CheckChange(Course(old), Course("ended-on=2026-01-03", "goal1.weight=0")).Select(f => f.Rule));
    }

    [Fact]
    public void Goals_judged_by_attainment_alone_keep_their_words_but_not_the_instrument()
    {
        string[] judged = ["start.goal1.performance=", "start.goal2.performance=", "weeks10.goal1.performance=", "weeks10.goal2.performance=", "start.goal1.satisfaction=", "weeks10.goal1.satisfaction=", "weeks10.goal2.attainment=1"];

        Assert.Equal([2], ChangeRules.Rated(Course(judged)));
        Assert.Equal([ChangeRules.GoalRated], CaseRules.CheckChange(Course(judged), Course([.. judged, "goal2.text=Swim", "instrument=Psfs"])).Select(f => f.Rule));
    }

    [Fact]
    public void Every_rule_has_its_own_name_and_is_found_by_it()
    {
        Assert.Equal(CaseRules.All.Count, CaseRules.All.Select(r => r.Id).Concat(RegisterRules.Ids).Distinct().Count() - RegisterRules.Ids.Count);
        Assert.All(CaseRules.All, rule => Assert.Same(rule, CaseRules.Find(rule.Id)));
    }

    /// <summary>Whatever an electronic record hands over, the rules answer and never throw.</summary>
    [Fact]
    public void No_text_in_any_field_breaks_the_rules_themselves()
    {
        string[] paths = [.. Fields().Keys, .. CaseFields.At(MeasurementPoint.Weeks10).Select(f => f.Path), "grant.b.service", "grant.b.amount", "grant.b.from", "input.1.Nurse.direct", "grant", "weeks10.sppb.total", "grant.", "grant.b.unit", "grant.b.to"];
        var text = Gen.Elements("", "0", "-1", "4", "99999999999999999999", "1e5", "x", "!declined", "!", "2026-13-40", "2026-02-01", "0001-01-01", "9999-12-31", "Done", "Died", "1", "yes", "7.5");
        var changes = (from path in Gen.Elements(paths) from value in text select (path, value)).ArrayOf();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(changes.ToArbitrary(), all =>
        {
            var fields = Fields();
            foreach (var (path, value) in all)
            {
                fields[path] = value;
            }

            return CaseRules.Check(new CaseValues(fields, Of, Today)).All(f => f.Rule.Length > 0);
        }));
    }

    [Fact]
    public void A_person_whose_follow_ups_repeat_the_start_is_noticed_above_thirty_per_cent_and_from_three_on()
    {
        string[] same = ["weeks10.goal1.performance=3", "weeks10.goal1.satisfaction=2", "weeks10.goal2.performance=4", "weeks10.sppb.balance=2", "weeks10.sppb.gait=2", "weeks10.sppb.chair=1"];

        Assert.Empty(Rules([.. Enumerable.Repeat(same, 2)], CopiedFrom(0)));
        Assert.Equal(["Kari", "3", "9"], Rules([.. Enumerable.Repeat(same, 3)], CopiedFrom(6)).Single().Values);
        Assert.Empty(Rules([.. Enumerable.Repeat(same, 3)], CopiedFrom(7)));

        static string[][] CopiedFrom(int others) => [.. Enumerable.Repeat(Array.Empty<string>(), others)];
        static IReadOnlyList<RuleFinding> Rules(string[][] copied, string[][] others) =>
            [.. Tally([.. copied.Concat(others).Select(changes => Course([.. changes, "responsible=Ola"]))]).Findings().Where(f => f.Rule == RegisterRules.CopiedValues)];
    }

    [Fact]
    public void One_persons_users_all_equally_satisfied_are_noticed_from_five_on()
    {
        Assert.Empty(Alike("5", "5", "5", "5"));
        Assert.Equal(["Kari", "5", "4"], Alike("4", "4", "4", "4", "4").Single().Values);
        Assert.Empty(Alike("4", "4", "4", "4", "4", "3"));

        static IReadOnlyList<RuleFinding> Alike(params string[] answers) =>
            [.. Tally([.. answers.Select(a => Course($"weeks10.satisfaction={a}"))]).Findings().Where(f => f.Rule == RegisterRules.SatisfactionAlike)];
    }

    [Fact]
    public void A_point_with_less_than_sixty_per_cent_done_is_too_incomplete_and_says_how_much_is()
    {
        var done = Enumerable.Repeat(0, 4).Select(_ => Course("months6.status=Done", "months6.asked=goals sppb hours", "months6.on=2026-07-05"));
        var missing = Enumerable.Repeat(0, 3).Select(_ => Course("months6.status=Missed"));

        var finding = Tally([.. done, .. missing]).Findings().Single(f => f.Rule == RegisterRules.TooIncomplete);
        Assert.Equal(("months6", "4", "7"), (finding.Path, finding.Values[0], finding.Values[1]));
        Assert.DoesNotContain(Tally([.. done, .. missing.Take(2)]).Findings(), f => f.Rule == RegisterRules.TooIncomplete);
        Assert.Equal(new Completeness(0, 0, 7, 0), Tally([.. done, .. missing]).At(MeasurementPoint.Months12));
    }

    [Fact]
    public void Walks_of_different_lengths_are_no_copy_of_each_other()
    {
        string[] walk = ["start.sppb.balance=", "start.sppb.gait=", "start.sppb.chair=", "weeks10.sppb.balance=", "weeks10.sppb.gait=", "weeks10.sppb.chair=", "start.sppb.walk1=5", "start.sppb.walk2=5", "weeks10.sppb.walk1=5", "weeks10.sppb.walk2=5"];
        string[] noGoals = ["start.goal1.performance=", "start.goal2.performance=", "start.goal1.satisfaction="];

        Assert.Single(Copied("3"));
        Assert.Empty(Copied("4"));

        IReadOnlyList<RuleFinding> Copied(string later) =>
            [.. Tally([.. Enumerable.Repeat(0, 3).Select(_ => Course([.. walk, .. noGoals, "start.sppb.course=3", $"weeks10.sppb.course={later}"]))]).Findings().Where(f => f.Rule == RegisterRules.CopiedValues)];
    }

    /// <summary>All of them last saved by one person.</summary>
    private static RegisterTally Tally(IEnumerable<CaseValues> courses)
    {
        var tally = new RegisterTally();
        foreach (var course in courses)
        {
            tally.Add(course, _ => "Kari");
        }

        return tally;
    }

    private static IReadOnlyList<MeasurementWindow> Of(DateOnly started) => [.. Windows.Select(w => w.In(started))];

    private static CaseValues Course(params string[] changes)
    {
        var fields = Fields();
        foreach (var change in changes)
        {
            var (path, value) = change.Split('=') is [var one, var other] ? (one, other) : throw new ArgumentException(change, nameof(changes));
            if (value.Length > 0)
            {
                fields[path] = value;
            }
            else
            {
                fields.Remove(path);
            }
        }

        return new CaseValues(fields, Of, Today);
    }

    private static Dictionary<string, string> Fields() => new(StringComparer.Ordinal)
    {
        ["pseudonym"] = "A-17",
        ["birth-year"] = "1944",
        ["sex"] = "Woman",
        ["new-user"] = "no",
        ["started-on"] = "2026-01-05",
        ["ended-on"] = "2026-03-18",
        ["end-reason"] = "WithService",
        ["instrument"] = "Copm",
        ["copm-licence"] = "yes",
        ["goal1.text"] = "Go to the shop",
        ["goal2.text"] = "Make dinner",
        ["start.status"] = "Done",
        ["start.asked"] = "goals sppb hours",
        ["start.on"] = "2026-01-05",
        ["start.goal1.performance"] = "3",
        ["start.goal1.satisfaction"] = "2",
        ["start.goal2.performance"] = "4",
        ["start.sppb.balance"] = "2",
        ["start.sppb.gait"] = "2",
        ["start.sppb.chair"] = "1",
        ["weeks10.status"] = "Done",
        ["weeks10.asked"] = "goals sppb service hours",
        ["weeks10.on"] = "2026-03-16",
        ["weeks10.goal1.performance"] = "6",
        ["weeks10.goal1.satisfaction"] = "7",
        ["weeks10.goal2.performance"] = "8",
        ["weeks10.sppb.balance"] = "3",
        ["weeks10.sppb.gait"] = "3",
        ["weeks10.sppb.chair"] = "2",
        ["grant.a.service"] = "1",
        ["grant.a.amount"] = "7.5",
        ["grant.a.unit"] = "Week",
        ["grant.a.from"] = "2025-06-01",
    };
}
