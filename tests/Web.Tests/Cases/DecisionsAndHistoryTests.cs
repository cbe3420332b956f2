using System.Net;
using Mestring.Core.Measures;
using Mestring.Core.Statistics;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>Decisions as steps of time, working time, and what can be seen and taken back afterwards.</summary>
public sealed class DecisionsAndHistoryTests
{
    [Fact]
    public async Task Monthly_hours_are_divided_by_four_and_kept_as_they_were_written()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();

        await world.Nurse.Submit($"{address}/grants/new", ("service", "15"), ("amount", "26"), ("unit", "Month"), ("from", "01.11.2026"), ("to", ""));

        var grant = await world.App.Database(CaseWorld.Own, db => db.Grants.SingleAsync());
        Assert.Equal((26, GrantUnit.Month, 6.5), (grant.Amount, grant.Unit, grant.Value.HoursPerWeek));
        Assert.Contains("6,5 (26,0 i måneden)", (await world.Nurse.Get($"{address}/grants")).Text, StringComparison.Ordinal);
        Assert.Equal(6.5, (await Course(world)).Steps.Single().HoursPerWeek);
    }

    [Theory]
    [InlineData("amount", "168,5", "Du skrev 168,5. Skriv timer fra 0 til 168, for eksempel 2,5.")]
    [InlineData("from", "", "Skriv dagen vedtaket gjelder fra.")]
    [InlineData("to", "2026-10-01", "Vedtaket begynner 01.11.2026, men slutter 01.10.2026. Rett en av datoene.")]
    [InlineData("service", "13", "Velg tjenesten vedtaket gjelder.")]
    public async Task A_decision_that_cannot_be_is_refused(string field, string typed, string message)
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        (string, string)[] good = [("service", "15"), ("amount", "6"), ("unit", "Week"), ("from", "2026-11-01"), ("to", "2026-12-01")];

        var refused = await world.Nurse.Submit($"{address}/grants/new", [.. good.Select(f => f.Item1 == field ? (field, typed) : f)]);

        Assert.Equal(message, refused.ErrorOf(field));
        Assert.Empty(await world.App.Database(CaseWorld.Own, db => db.Grants.ToListAsync()));
    }

    [Fact]
    public async Task Two_decisions_on_one_service_cannot_hold_at_once()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/grants/new", ("service", "15"), ("amount", "6"), ("unit", "Week"), ("from", "2026-11-01"), ("to", "2026-12-13"));

        var refused = await world.Nurse.Submit($"{address}/grants/new", ("service", "15"), ("amount", "4"), ("unit", "Week"), ("from", "2026-12-13"), ("to", ""));
        var after = await world.Nurse.Submit($"{address}/grants/new", ("service", "15"), ("amount", "4"), ("unit", "Week"), ("from", "2026-12-14"), ("to", ""));

        Assert.Equal("To vedtak om tjeneste 15 gjelder samtidig, ett fra 01.11.2026 og ett fra 13.12.2026. Rett datoene, eller sett en sluttdato på det eldste.", refused.ErrorOf("from"));
        Assert.Equal(HttpStatusCode.Redirect, after.Status);
        Assert.Equal([new HoursStep(new DateOnly(2026, 11, 1), 6), new HoursStep(new DateOnly(2026, 12, 14), 4)], (await Course(world)).Steps);
    }

    [Fact]
    public async Task A_new_users_hours_are_an_estimate_that_no_change_is_counted_from()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start(user: "new");
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{address}/measurements/start/hours", ("hours15", "7"));
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));
        await world.Nurse.Submit($"{address}/measurements/weeks10/hours", ("hours15", "2"), ("hours4", "1,25"));

        var course = await Course(world);

        Assert.Contains("1,25 timer i uka", (await world.Nurse.Get($"{address}/measurements/weeks10/summary")).Text, StringComparison.Ordinal);
        Assert.Equal(7, course.EstimatedHours);
        Assert.Equal(new Pair(null, 2), course.Between(Outcome.HeadlineHours, MeasurementPoint.Start, MeasurementPoint.Weeks10));
        Assert.Contains("anslag", (await world.Nurse.Get($"{address}/grants")).Text, StringComparison.Ordinal);
        Assert.Contains("7 timer i uka (anslag)", (await world.Nurse.Get($"{address}/measurements/start/summary")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("anslag", (await world.Nurse.Get($"{address}/measurements/weeks10/summary")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_that_stop_are_a_known_zero()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{address}/measurements/start/hours", ("hours1", "3"), ("hours15", "4"));
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));

        await world.Nurse.Submit($"{address}/measurements/weeks10/hours", ("hours1", ""), ("hours15", ""), ("known", "none"));

        Assert.Equal(new Pair(7, 0), (await Course(world)).Between(Outcome.HeadlineHours, MeasurementPoint.Start, MeasurementPoint.Weeks10));
    }

    [Fact]
    public async Task Working_time_is_kept_by_week_and_profession()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();

        await world.Nurse.Submit($"{address}/work", ("week", "2"), ("profession", "HomeTrainer"), ("direct", "150"), ("travel", "40"), ("coordination", ""));
        var refused = await world.Nurse.Submit($"{address}/work", ("week", "53"), ("profession", "Nurse"), ("direct", "1,5"));

        Assert.Equal([new ProfessionTime(Profession.HomeTrainer, 150, 40, null)], (await Course(world)).Input);
        Assert.Equal("Skriv uka i forløpet, fra 1 til 52.", refused.ErrorOf("week"));
        Assert.Equal("Du skrev 1,5. Skriv hele minutter fra 0 til 10 080.", refused.ErrorOf("direct"));
        Assert.Contains("Til sammen 3,2 timer.", (await world.Nurse.Get($"{address}/work")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_shows_each_fields_old_and_new_value_and_why()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Nurse.Submit($"{address}/edit", ("birth-year", "1946"), ("why", "Tastefeil"));

        var page = await world.Nurse.Get($"{address}/history");

        Assert.Contains("1944 → 1946", page.Text, StringComparison.Ordinal);
        Assert.Contains("Test Professional: «Tastefeil»", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_taken_back_and_the_taking_back_stands_in_the_history_too()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Nurse.Submit($"{address}/edit", ("birth-year", "1946"), ("condition", "Stroke"));
        var change = await Latest(world, "change-case");

        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        var undone = await world.Nurse.Submit($"{address}/history/{change}", ("why", "Det var en annen bruker"));

        Assert.Equal($"{address}/history", undone.Location);
        var course = await world.App.Database(CaseWorld.Own, db => db.Cases.SingleAsync());
        Assert.Equal((1944, Condition.Fracture), (course.BirthYear, course.Condition));
        Assert.Equal(1944, (await Course(world)).BirthYear);
        Assert.Contains("1946 → 1944", (await world.Nurse.Get(undone.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_later_stays_and_says_so()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Nurse.Submit($"{address}/edit", ("birth-year", "1946"), ("condition", "Stroke"));
        var first = await Latest(world, "change-case");
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Nurse.Submit($"{address}/edit", ("birth-year", "1950"));

        Assert.Contains("står: endret senere", (await world.Nurse.Get($"{address}/history/{first}")).Text, StringComparison.Ordinal);
        await world.Nurse.Submit($"{address}/history/{first}");

        var course = await world.App.Database(CaseWorld.Own, db => db.Cases.SingleAsync());
        Assert.Equal((1950, Condition.Fracture), (course.BirthYear, course.Condition));
        var again = await world.Nurse.Submit($"{address}/history/{first}");
        Assert.Equal("Alle feltene er endret senere. Angre den siste endringen først.", again.ErrorOf("undo"));
    }

    [Fact]
    public async Task Undoing_that_a_measurement_was_done_never_takes_later_answers_with_it()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        var status = await Latest(world, "measure-status");
        await world.Nurse.Submit($"{address}/measurements/start/sppb?by=points", ("balance", "1"), ("gait", "1"), ("chair", "1"));

        await world.Nurse.Submit($"{address}/history/{status}");

        Assert.Equal(3, (await Course(world)).At(MeasurementPoint.Start)!.Sppb.Total?.Points);
    }

    [Fact]
    public async Task Another_municipality_cannot_reach_a_change_through_its_own_route()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var change = await Latest(world, "change-goals");
        var elsewhere = await world.App.As(Role.Coordinator, CaseWorld.Other);

        foreach (var page in new[] { $"/history/{change}", "/history", "/grants", "/work", "/setting" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(address.Replace(CaseWorld.Own, CaseWorld.Other, StringComparison.Ordinal) + page)).Status);
        }
    }

    private static async Task<CaseOutcome> Course(CaseWorld world) =>
        (await world.Outcomes()).Single();

    private static Task<Guid> Latest(CaseWorld world, string action) =>
        world.App.Database(db => db.Audit.Where(a => a.Action == action).OrderByDescending(a => a.At).Select(a => a.Id).FirstAsync());
}
