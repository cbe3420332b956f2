using System.Net;
using Mestring.Core.Measures;
using Mestring.Core.Statistics;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

public sealed class WholeCourseTests
{
    private static readonly (string, string)[] RatedAtStart = [("performance1", "3"), ("satisfaction1", "2"), ("performance2", "4"), ("satisfaction2", "4")];
    private static readonly (string, string)[] RatedAgain = [("performance1", "6"), ("satisfaction1", "7"), ("performance2", "8"), ("satisfaction2", "8")];

    [Fact]
    public async Task A_course_from_start_to_ten_weeks_shows_what_changed()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        Assert.Contains("Registrer målingen etter 10 uker", (await world.Nurse.Get(address)).Text, StringComparison.Ordinal);

        await world.Measure(address, "start", "2026-11-16", RatedAtStart, [("balance", "2"), ("gait", "2"), ("chair", "1")], null, [("hours1", "3,5"), ("hours15", "5.5"), ("hours4", "6")]);
        await world.Measure(address, "weeks10", "2027-01-28", RatedAgain, [("balance", "3"), ("gait", "3"), ("chair", "2")], "5", [("hours1", "4"), ("hours15", ""), ("hours4", "")]);

        var page = await world.Nurse.Get(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Utførelsen gikk fra 3,5 til 7,0 i snitt (+3,5). Det er en viktig endring (grense 3,0).", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tilfredsheten gikk fra 3,0 til 7,5 (+4,5).", page.Text, StringComparison.Ordinal);
        Assert.Contains("Fra 5 til 8 av 12 poeng.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Fra 9,0 timer ved start til 4,0 timer etter 10 uker: 5,0 timer mindre i uka.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Målingen etter 6 måneder kan gjøres fra 16. april 2027.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lagret 14:03", page.Text, StringComparison.Ordinal);

        var outcome = Assert.Single(await world.Outcomes());
        Assert.Equal(new Pair(3.5, 7), outcome.Between(Outcome.CopmPerformance, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Equal(new Pair(5, 8), outcome.Between(Outcome.Sppb, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Equal(new Pair(9, 4), outcome.Between(Outcome.HeadlineHours, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Equal(5, outcome.Value(Outcome.ServiceSatisfaction, MeasurementPoint.Weeks10));
        var grants = await world.App.Database(CaseWorld.Own, db => db.Grants.AsNoTracking().ToListAsync());
        Assert.Equal([6.0], GrantSteps.On(grants.Select(g => g.Value), outcome.StartedOn).Where(h => !GrantedServices.IsHeadline(h.Service)).Select(h => h.HoursPerWeek));
    }

    [Fact]
    public async Task A_part_that_was_not_done_is_a_marked_gap_and_never_zero()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();

        await world.Measure(
            address, "start", "2026-11-16", [("performance1", "3"), ("satisfaction1", ""), ("skip1", "true"), ("performance2", ""), ("satisfaction2", ""), ("skip2", "true")], [("balance", "0"), ("gait", "none"), ("chair", "1")], null, [("known", "unknown")]);

        var summary = await world.Nurse.Get($"{address}/measurements/start/summary");
        Assert.Contains("mangler en del", summary.Text, StringComparison.Ordinal);
        Assert.Contains("utførelse 3, tilfredshet ikke vurdert", summary.Text, StringComparison.Ordinal);
        Assert.Contains("Vi vet ikke timene", summary.Text, StringComparison.Ordinal);
        var outcome = Assert.Single(await world.Outcomes());
        Assert.Null(outcome.Value(Outcome.Sppb, MeasurementPoint.Start));
        Assert.Equal(0, outcome.At(MeasurementPoint.Start)!.Sppb.Balance?.Points);
        Assert.Null(outcome.Value(Outcome.HeadlineHours, MeasurementPoint.Start));
        Assert.Equal(3, outcome.Value(Outcome.CopmPerformance, MeasurementPoint.Start));
        Assert.Null(outcome.Value(Outcome.CopmSatisfaction, MeasurementPoint.Start));
    }

    [Fact]
    public async Task Who_was_not_measured_is_asked_only_for_the_hours()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();

        var saved = await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Declined"), ("on", ""));

        Assert.Equal($"{address}/measurements/weeks10/hours", saved.Location);
        Assert.Equal($"{address}/measurements/weeks10/summary", (await world.Nurse.Submit(saved.Location!, ("known", "none"))).Location);
        Assert.Contains("ville ikke", (await world.Nurse.Get(address)).Text, StringComparison.Ordinal);
        var outcome = Assert.Single(await world.Outcomes());
        Assert.Equal(0, outcome.Value(Outcome.HeadlineHours, MeasurementPoint.Weeks10));
    }

    [Fact]
    public async Task Psfs_takes_zero_and_asks_for_one_number_a_goal()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start(goals: false);
        await world.Nurse.Submit($"{address}/goals", ("text1", "Gå tur"), ("domain1", "Mobility"), ("instrument", "Psfs"));
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));

        var saved = await world.Nurse.Submit($"{address}/measurements/start/goals", ("performance1", "0"));

        Assert.Equal($"{address}/measurements/start/sppb", saved.Location);
        var outcome = Assert.Single(await world.Outcomes());
        Assert.Equal(0, outcome.Value(Outcome.Psfs, MeasurementPoint.Start));
    }

    [Fact]
    public async Task A_rated_goal_keeps_its_words_and_a_new_goal_does_not_change_the_change()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Measure(address, "start", "2026-11-16", RatedAtStart, [("balance", "2"), ("gait", "2"), ("chair", "1")], null, [("known", "none")]);

        var page = await world.Nurse.Get($"{address}/goals");
        Assert.Null(page.Page.GetElementById("text1"));
        Assert.Null(page.Page.GetElementById("instrument"));
        await world.Nurse.Submit($"{address}/goals", ("text1", "Noe helt annet"), ("text3", "Lage middag"), ("domain3", "Housework"));

        Assert.Equal(
            ["Gå til butikken", "Dusje selv", "Lage middag"],
            await world.App.Database(CaseWorld.Own, db => db.Goals.OrderBy(g => g.Number).Select(g => g.Text).ToListAsync()));
    }

    [Fact]
    public async Task Ending_needs_a_reason_shows_it_and_can_be_taken_back()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();

        var refused = await world.Nurse.Submit($"{address}/end", ("ended-on", "2027-01-20"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Velg hvorfor forløpet sluttet.", refused.ErrorOf("reason"));
        Assert.Equal("Velg hvor brukeren er nå.", refused.ErrorOf("setting"));

        await world.Nurse.Submit($"{address}/end", ("ended-on", "2027-01-20"), ("reason", "Died"));
        var page = await world.Nurse.Get(address);
        Assert.Contains("Avsluttet 20. januar 2027: Brukeren døde", page.Text, StringComparison.Ordinal);
        Assert.Contains("utgått", page.Text, StringComparison.Ordinal);

        var late = await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2027-01-21"));
        Assert.Equal("Målingen er 21.01.2027, men det står at brukeren var død 20.01.2027. Rett en av dem.", late.ErrorOf("on"));

        await world.Nurse.Submit($"{address}/end", ("reopen", "true"));
        Assert.DoesNotContain("Avsluttet", (await world.Nurse.Get(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_course_for_one_pseudonym_stays_separate_and_says_so()
    {
        using var world = await CaseWorld.New();
        await world.Start("E-0147");
        var second = await world.Start("e-0147", "2027-01-11");

        var page = await world.Nurse.Get(second);

        Assert.Contains("Det finnes ett forløp til med dette pseudonymet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 forløp", (await world.Nurse.Get($"{CaseWorld.List}?search=e-0147")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_what_is_due_late_and_done_and_filters_by_it()
    {
        using var world = await CaseWorld.New();
        var late = await world.Start("A-1", "2026-11-16");
        await world.Measure(late, "start", "2026-11-16", RatedAtStart, [("balance", "2"), ("gait", "2"), ("chair", "1")], null, [("known", "none")]);
        await world.Start("B-2", "2027-02-11");

        var all = await world.Nurse.Get(CaseWorld.List);
        Assert.Contains("Ett forløp bør måles nå. Ett forløp kan måles.", all.Text, StringComparison.Ordinal);
        Assert.Equal(["B-2", "A-1"], Pseudonyms(all));
        Assert.Equal(["A-1"], Pseudonyms(await world.Nurse.Get($"{CaseWorld.List}?show=overdue")));
        Assert.Equal(["B-2"], Pseudonyms(await world.Nurse.Get($"{CaseWorld.List}?show=due")));
        Assert.Empty(Pseudonyms(await world.Nurse.Get($"{CaseWorld.List}?show=finished")));

        world.App.Clock.Set(new DateTimeOffset(2028, 5, 1, 10, 0, 0, TimeSpan.Zero));
        var later = await world.App.As(Role.Coordinator, CaseWorld.Own);
        Assert.Equal(["B-2", "A-1"], Pseudonyms(await later.Get($"{CaseWorld.List}?show=finished")));
    }

    private static List<string> Pseudonyms(Reply list) => [.. list.Page.QuerySelectorAll("tbody th a").Select(a => a.TextContent)];
}
