using System.Net;
using Mestring.Core.Measures;
using Mestring.Web.Storage;
using Mestring.Web.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>The catalogue of rules is asked each time something is saved. It is 11 February 2027.</summary>
public sealed class RulesOnSaveTests
{
    [Fact]
    public async Task A_start_after_a_measurement_is_refused_beside_the_field_and_nothing_typed_is_lost()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));

        var refused = await world.Nurse.Submit($"{address}/edit", ("started-on", "2027-02-01"), ("unit", "Sone øst"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("10 uker: dato: Målingen er 25.01.2027, før forløpet startet 01.02.2027. Rett en av datoene.", refused.ErrorOf("started-on"));
        Assert.Equal("Sone øst", refused.Page.GetElementById("unit")!.GetAttribute("value"));
        Assert.Equal(new DateOnly(2026, 11, 16), await world.App.Database(CaseWorld.Own, db => db.Cases.Select(c => c.StartedOn).SingleAsync()));
    }

    [Theory]
    [InlineData("2026-11-15", "WithService", "HomeWithService", "ended-on", "Slutten, 15.11.2026, er før starten, 16.11.2026. Rett en av datoene.")]
    [InlineData("2027-02-12", "WithService", "HomeWithService", "ended-on", "Slutten, 12.02.2027, har ikke vært ennå. Skriv den som planlagt slutt.")]
    [InlineData("2027-02-01", "WithService", "Died", "reason", "Det står at personen var død da forløpet endte, men grunnen er en annen. Velg at personen døde.")]
    public async Task An_ending_that_cannot_be_is_refused(string on, string reason, string setting, string field, string message)
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();

        var refused = await world.Nurse.Submit($"{address}/end", ("ended-on", on), ("reason", reason), ("setting", setting));

        Assert.Equal(message, refused.ErrorOf(field));
        Assert.Null(await world.App.Database(CaseWorld.Own, db => db.Cases.Select(c => c.EndedOn).SingleAsync()));
    }

    [Fact]
    public async Task A_new_warning_is_told_on_the_next_page_with_a_way_to_the_field_until_it_is_put_right()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var status = $"{address}/measurements/weeks10/status";

        var saved = await world.Nurse.Submit(status, ("status", "Done"), ("on", "2027-01-04"), ("outside", "true"));
        var next = await world.Nurse.Get(saved.Location!);

        Assert.StartsWith($"{address}/measurements/weeks10/goals?", saved.Location, StringComparison.Ordinal);
        var notice = next.Page.QuerySelector("aside[role=status]")!;
        Assert.Contains("04.01.2027 er utenfor tiden målingen teller for", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{status}#on", notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal($"{address}/measurements/weeks10/goals", next.Page.QuerySelector("[data-draft]")!.GetAttribute("data-path"));

        await world.Nurse.Submit(status, ("on", "2027-01-25"));
        Assert.Null((await world.Nurse.Get(saved.Location!)).Page.QuerySelector("aside[role=status]"));
    }

    [Fact]
    public async Task What_was_wrong_before_does_not_hinder_other_work()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.App.Database(CaseWorld.Own, db => db.Goals.ExecuteUpdateAsync(g => g.SetProperty(x => x.Weight, 0)));
        await world.App.Database(CaseWorld.Own, db => db.Cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.BirthYear, 2015)));

        var saved = await world.Nurse.Submit($"{address}/end", ("ended-on", "2027-02-01"), ("reason", "WithService"), ("setting", "HomeWithService"));

        Assert.Equal(address, saved.Location);
        Assert.Equal(HttpStatusCode.OK, (await world.Nurse.Get($"{address}/goals")).Status);
        Assert.Contains("Det står 0. Verdien skal være fra 1 til 10.", (await world.Nurse.Get(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moving_the_start_before_the_first_decision_says_that_the_hours_at_the_start_are_lost()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{address}/measurements/start/hours", ("hours15", "5"));

        var saved = await world.Nurse.Submit($"{address}/edit", ("started-on", "2026-11-12"));

        var notice = (await world.Nurse.Get(saved.Location!)).Page.QuerySelector("aside[role=status]")!;
        Assert.Contains("Det første vedtaket gjelder fra 16.11.2026, etter starten 12.11.2026.", notice.TextContent, StringComparison.Ordinal);
        var decision = notice.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await world.Nurse.Get(decision)).Status);
        Assert.EndsWith("#from", decision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_hours_as_they_were_shown_leaves_a_monthly_decision_as_it_was_written()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/grants/new", ("service", "15"), ("amount", "13,5"), ("unit", "Month"), ("from", "2026-11-16"), ("to", ""));
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        var hours = $"{address}/measurements/start/hours";
        Assert.Equal("3,38", (await world.Nurse.Get(hours)).Page.GetElementById("hours15")!.GetAttribute("value"));

        await world.Nurse.Submit(hours);

        var grant = await world.App.Database(CaseWorld.Own, db => db.Grants.SingleAsync());
        Assert.Equal((13.5, GrantUnit.Month), (grant.Amount, grant.Unit));
    }

    [Fact]
    public async Task Choosing_a_week_that_has_minutes_shows_them_before_they_are_replaced()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/work", ("week", "2"), ("profession", "Nurse"), ("direct", "150"), ("travel", "40"), ("coordination", ""));
        (string, string)[] typed = [("week", "2"), ("profession", "Nurse"), ("direct", "90"), ("travel", ""), ("coordination", "")];

        var shown = await world.Nurse.Submit($"{address}/work", typed);

        Assert.Equal("Uke 2 har alt minutter for sykepleier. De står øverst. Lagre en gang til hvis det du har skrevet, skal stå i stedet.", shown.ErrorOf("week"));
        Assert.Contains("Står nå: 150 min med brukeren, 40 min på vei, mangler min samordning.", shown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Nurse.Send(shown, $"{address}/work", typed)).Status);
        Assert.Equal(90, await world.App.Database(CaseWorld.Own, db => db.Input.Select(i => i.Direct).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_waits_for_measurements_of_somebody_who_is_said_to_be_dead()
    {
        using var world = await CaseWorld.New();
        var address = await world.Course("E-0001", "2026-11-10");
        Assert.Equal(3, await world.App.Database(CaseWorld.Own, db => db.FollowUps.CountAsync(f => f.Point != MeasurementPoint.Start)));

        Assert.Equal(HttpStatusCode.Redirect, (await world.Nurse.Submit($"{address}/setting", ("setting-91-days", "Died"))).Status);

        Assert.Equal([MeasurementPoint.Weeks10], await world.App.Database(CaseWorld.Own, db => db.FollowUps.Where(f => f.Point != MeasurementPoint.Start).Select(f => f.Point).ToListAsync()));
        Assert.Equal(2, (await world.Nurse.Get(CaseWorld.List)).Text.Split("utgått").Length - 1);
        Assert.Equal(2, (await world.Nurse.Get(address)).Text.Split("utgått").Length - 1);
    }

    [Fact]
    public async Task An_estimate_that_does_not_hold_at_the_start_or_is_for_other_services_is_no_headline_estimate()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start(user: "new");
        (string, string)[] estimate = [("unit", "Week"), ("estimate", "true")];
        await world.Nurse.Submit($"{address}/grants/new", [("service", "9"), ("amount", "2"), ("from", "2026-11-16"), ("to", ""), .. estimate]);
        Assert.Null((await Outcome(world)).EstimatedHours);

        await world.Nurse.Submit($"{address}/grants/new", [("service", "15"), ("amount", "5"), ("from", "2026-11-01"), ("to", "2026-11-30"), .. estimate]);
        await world.Nurse.Submit($"{address}/grants/new", [("service", "15"), ("amount", "3"), ("from", "2026-12-01"), ("to", ""), .. estimate]);

        Assert.Equal(5, (await Outcome(world)).EstimatedHours);
    }

    private static async Task<CaseOutcome> Outcome(CaseWorld world) =>
        (await world.Outcomes()).Single();
}
