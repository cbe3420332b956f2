using System.Net;
using Mestring.Core.Measures;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>Taking a change back loses nothing newer and breaks no rule.</summary>
public sealed class UndoTests
{
    private static readonly (string, string)[] Goals = [("text1", "Gå til butikken"), ("domain1", "Community"), ("text2", "Dusje selv"), ("domain2", "SelfCare"), ("instrument", "Copm"), ("licence", "true")];

    [Fact]
    public async Task A_decision_that_was_changed_since_it_was_added_stays_whole()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var added = await Change(world, $"{address}/grants/new", ("service", "15"), ("amount", "5"), ("unit", "Week"), ("from", "2026-11-01"), ("to", ""));
        var key = await world.App.Database(CaseWorld.Own, db => db.Grants.Select(g => g.Key).SingleAsync());
        await Change(world, $"{address}/grants/{key}", ("amount", "8"));

        var refused = await world.Nurse.Submit($"{address}/history/{added}");

        Assert.Equal("Alle feltene er endret senere. Angre den siste endringen først.", refused.ErrorOf("undo"));
        var grant = await world.App.Database(CaseWorld.Own, db => db.Grants.SingleAsync());
        Assert.Equal((8, GrantUnit.Week, new DateOnly(2026, 11, 1)), (grant.Amount, grant.Unit, grant.ValidFrom));
    }

    [Fact]
    public async Task A_goal_whose_area_was_changed_since_stays_and_the_other_goes()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start(goals: false);
        var added = await Change(world, $"{address}/goals", Goals);
        await Change(world, $"{address}/goals", ("domain2", "Mobility"));

        await Change(world, $"{address}/history/{added}");

        Assert.Equal([(2, "Dusje selv", GoalDomain.Mobility)], (await world.App.Database(CaseWorld.Own, db => db.Goals.ToListAsync())).Select(g => (g.Number, g.Text, g.Domain)));
    }

    [Fact]
    public async Task A_decision_that_was_taken_away_comes_back_whole()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await Change(world, $"{address}/grants/new", ("service", "15"), ("amount", "26"), ("unit", "Month"), ("from", "2026-11-01"), ("to", ""));
        var key = await world.App.Database(CaseWorld.Own, db => db.Grants.Select(g => g.Key).SingleAsync());
        var removed = await Change(world, $"{address}/grants/{key}", ("remove", "true"));
        Assert.Empty(await world.App.Database(CaseWorld.Own, db => db.Grants.ToListAsync()));

        await Change(world, $"{address}/history/{removed}");

        var grant = await world.App.Database(CaseWorld.Own, db => db.Grants.SingleAsync());
        Assert.Equal((26, GrantUnit.Month, new DateOnly(2026, 11, 1), null), (grant.Amount, grant.Unit, grant.ValidFrom, grant.ValidTo));
    }

    [Fact]
    public async Task A_measurement_nobody_went_on_with_goes_with_all_that_stands_in_it()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var measured = await Change(world, $"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));

        await Change(world, $"{address}/history/{measured}");

        Assert.Empty(await world.App.Database(CaseWorld.Own, db => db.Measurements.ToListAsync()));
    }

    [Fact]
    public async Task Taking_back_what_would_make_two_decisions_hold_at_once_is_refused_in_the_rules_own_words()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await Change(world, $"{address}/grants/new", ("service", "15"), ("amount", "5"), ("unit", "Week"), ("from", "2026-11-01"), ("to", ""));
        var key = await world.App.Database(CaseWorld.Own, db => db.Grants.Select(g => g.Key).SingleAsync());
        var ended = await Change(world, $"{address}/grants/{key}", ("to", "2026-12-13"));
        await Change(world, $"{address}/grants/new", ("service", "15"), ("amount", "3"), ("unit", "Week"), ("from", "2026-12-14"), ("to", ""));

        var refused = await world.Nurse.Submit($"{address}/history/{ended}", ("why", "Feil dag"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Endringen kan ikke angres, for da blir noe annet feil. Vedtak, fra: To vedtak om tjeneste 15 gjelder samtidig", refused.ErrorOf("undo"), StringComparison.Ordinal);
        Assert.Equal("Feil dag", refused.Page.GetElementById("why")!.GetAttribute("value"));
        Assert.Equal(new DateOnly(2026, 12, 13), await world.App.Database(CaseWorld.Own, db => db.Grants.Where(g => g.Key == key).Select(g => g.ValidTo).SingleAsync()));
    }

    [Fact]
    public async Task The_words_and_the_instrument_of_rated_goals_stand_whatever_is_taken_back()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start(goals: false);
        var made = await Change(world, $"{address}/goals", Goals);
        var words = await Change(world, $"{address}/goals", ("text1", "Gå til butikken og hjem"));
        await Change(world, $"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await Change(world, $"{address}/measurements/start/goals", ("performance1", "3"), ("satisfaction1", "2"), ("performance2", "4"), ("satisfaction2", "4"));

        var rewritten = await world.Nurse.Submit($"{address}/history/{words}");
        var flipped = await world.Nurse.Submit($"{address}/history/{made}");

        Assert.Contains("Mål 1 er vurdert, og da står teksten.", rewritten.ErrorOf("undo"), StringComparison.Ordinal);
        Assert.Contains("Målene er alt vurdert med Copm.", flipped.ErrorOf("undo"), StringComparison.Ordinal);
        Assert.Equal(2, await world.App.Database(CaseWorld.Own, db => db.Goals.CountAsync()));
    }

    /// <summary>Saves a form a minute later; answers with the change it made.</summary>
    private static async Task<Guid> Change(CaseWorld world, string path, params (string, string)[] typed)
    {
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        var saved = await world.Nurse.Submit(path, typed);
        Assert.True(saved.Status is HttpStatusCode.Redirect, saved.Text);
        return await Latest(world);
    }

    private static Task<Guid> Latest(CaseWorld world) =>
        world.App.Database(db => db.Audit.Where(a => a.Action != "read-case").OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
}
