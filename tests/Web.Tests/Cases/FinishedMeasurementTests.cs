using System.Net;
using Mestring.Core.Measures;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Cases;

/// <summary>A measurement counts when what everybody is asked has been gone through, and keeps the set it was finished with. It is 11 February 2027.</summary>
public sealed class FinishedMeasurementTests
{
    private const string FollowUps = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/follow-ups";
    private static readonly (string, string)[] Ratings = [("performance1", "3"), ("satisfaction1", "2"), ("performance2", "4"), ("satisfaction2", "3")];
    private static readonly (string, string)[] Function = [("balance", "2"), ("gait", "2"), ("chair", "1")];

    [Fact]
    public async Task A_measurement_of_which_only_the_status_is_said_is_begun_waits_and_counts_nowhere()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var weeks10 = $"{address}/measurements/weeks10";
        await world.Nurse.Submit($"{weeks10}/status", ("status", "Done"), ("on", "2027-01-25"));

        Assert.Equal("17 dager over, påbegynt", await Waiting(world));
        Assert.Equal((PointState.Overdue, true), await State(world));
        Assert.Contains("Måling påbegynt (1)", (await world.Nurse.Get($"{CaseWorld.List}?show=begun")).Text, StringComparison.Ordinal);

        await world.Nurse.Submit($"{weeks10}/goals", Ratings);
        await world.Nurse.Submit($"{weeks10}/sppb?by=points", Function);
        await world.Nurse.Submit($"{weeks10}/service", ("service", "5"), ("service2", "4"), ("by", "Alone"));
        Assert.Equal((PointState.Overdue, true), await State(world));
        await world.Nurse.Submit($"{weeks10}/hours", ("known", "none"));

        Assert.Null(await Waiting(world));
        Assert.Equal((PointState.Done, false), await State(world));
        Assert.Contains("Måling påbegynt (0)", (await world.Nurse.Get(CaseWorld.List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_begun_measurement_is_asked_about_until_it_is_finished_however_late_it_is()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));

        world.App.Clock.Set(new DateTimeOffset(2027, 4, 20, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal("påbegynt, ikke fullført i tide", await Waiting(world));
    }

    [Fact]
    public async Task Choosing_another_instrument_opens_no_finished_measurement_again()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await Finish(world, address);
        Assert.Contains("målt", await Milestone(world, address), StringComparison.Ordinal);

        await Choose(world, "tug");

        Assert.Contains("målt", await Milestone(world, address), StringComparison.Ordinal);
        Assert.Equal($"{address}/measurements/start/status", (await world.Nurse.Get($"{address}/measurements/start/tug")).Location);
        Assert.Contains("Måling påbegynt (0)", (await world.Nurse.Get(CaseWorld.List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_instrument_that_is_no_longer_chosen_has_recorded_stays_in_sight()
    {
        using var world = await CaseWorld.New();
        await Choose(world, "tug");
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{address}/measurements/start/tug", ("tug", "14,5"), ("tug-aid", "walker"), ("reason", "done"));

        await Choose(world, "");
        Assert.Equal("14,5", (await world.Nurse.Get($"{address}/measurements/start/tug")).Page.GetElementById("tug")!.GetAttribute("value"));
        await Finish(world, address);

        Assert.Equal(HttpStatusCode.OK, (await world.Nurse.Get($"{address}/measurements/start/tug")).Status);
        Assert.Contains("14,5", (await world.Nurse.Get($"{address}/measurements/start/summary")).Text, StringComparison.Ordinal);
    }

    private static async Task Finish(CaseWorld world, string address)
    {
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{address}/measurements/start/goals", Ratings);
        await world.Nurse.Submit($"{address}/measurements/start/sppb?by=points", Function);
        await world.Nurse.Submit($"{address}/measurements/start/hours", ("hours1", "4"));
    }

    private static async Task Choose(CaseWorld world, string instrument)
    {
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Submit($"/m/{CaseWorld.Own}/{CaseWorld.Slug}/instruments", ("instruments", instrument))).Status);
    }

    private static async Task<string> Milestone(CaseWorld world, string address) => (await world.Nurse.Get(address)).Page.QuerySelector(".milestones li")!.TextContent;

    private static async Task<string?> Waiting(CaseWorld world) => (await world.Nurse.Get($"{FollowUps}?show=now")).Page.QuerySelectorAll("tbody tr")
        .Where(r => r.TextContent.Contains("10 uker", StringComparison.Ordinal)).Select(r => r.QuerySelector("[data-label=Tilstand]")!.TextContent.Trim()).SingleOrDefault();

    private static async Task<(PointState, bool)> State(CaseWorld world)
    {
        var packed = await world.App.Database(CaseWorld.Own, async db => (await CaseOutcomes.Of(db, CaseWorld.Slug, default)).Single());
        var window = new MeasurementWindow(MeasurementPoint.Weeks10, new(2027, 1, 11), new(2027, 1, 25), new(2027, 2, 15));
        return (packed.State(window, new(2027, 2, 11)), (await world.Outcomes()).Single().At(MeasurementPoint.Weeks10) is { IsBegun: true });
    }
}
