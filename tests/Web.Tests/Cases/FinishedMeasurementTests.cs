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

    [Fact]
    public async Task The_hours_that_stand_there_from_before_are_no_answer_before_somebody_has_checked_them()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await Finish(world, address);
        var hours = $"{address}/measurements/weeks10/hours";
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));

        var open = await world.Nurse.Get(hours);
        Assert.Empty(open.Page.QuerySelectorAll("input[name=known][checked]"));
        var untouched = await world.Nurse.Submit(hours);
        Assert.Equal("Timene er de som er vedtatt fra før. Si nederst at de er sjekket og stemmer, eller skriv de riktige.", untouched.ErrorOf("known"));

        Assert.Equal(HttpStatusCode.Redirect, (await world.Nurse.Submit(hours, ("known", "typed"))).Status);
        Assert.Single((await world.Nurse.Get(hours)).Page.QuerySelectorAll("input[name=known][value=typed][checked]"));
    }

    [Fact]
    public async Task A_day_is_offered_only_where_a_measurement_of_today_counts_and_one_outside_is_said_to_be()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start(startedOn: "2026-02-16");
        var start = $"{address}/measurements/start/status";

        Assert.Equal("", (await world.Nurse.Get(start)).Page.GetElementById("on")!.GetAttribute("value") ?? "");
        Assert.NotNull((await world.Nurse.Submit(start, ("status", "Done"), ("on", "2027-02-11"))).ErrorOf("outside"));
        await world.Nurse.Submit(start, ("status", "Done"), ("on", "2027-02-11"), ("outside", "true"));
        await world.Nurse.Submit($"{address}/measurements/start/goals", Ratings);
        await world.Nurse.Submit($"{address}/measurements/start/sppb?by=points", Function);
        await world.Nurse.Submit($"{address}/measurements/start/hours", ("hours1", "4"));

        Assert.Contains("målt utenfor tiden", await Milestone(world, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_choose_what_is_measured_with_are_told_about_each_other()
    {
        using var world = await CaseWorld.New();
        var address = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/instruments";
        var (one, other) = (await world.App.As(Role.Coordinator, CaseWorld.Own), await world.App.As(Role.Coordinator, CaseWorld.Own));
        var open = await other.Get(address);
        await one.Submit(address, ("instruments", "tug"));

        var told = await other.Send(open, address, ("instruments", "barthel"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.True((await one.Get(address)).Page.QuerySelector("input[name=instruments][value=tug]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Ones_own_other_window_is_called_that()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var open = await world.Nurse.Get($"{address}/edit");
        await world.Nurse.Submit($"{address}/edit", ("birth-year", "1950"));

        var told = await world.Nurse.Send(open, $"{address}/edit", ("birth-year", "1951"));

        Assert.Contains("Du har endret dette selv i et annet vindu", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_case_sent_again_with_a_correction_says_that_the_first_stands()
    {
        using var world = await CaseWorld.New();
        var first = (await world.Nurse.Get($"{CaseWorld.List}/new")).Location!;
        (string, string)[] typed = [("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Man"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", "new"), ("started-on", "2026-11-16")];
        await world.Nurse.Post($"{first[..^1]}4", typed);

        var again = await world.Nurse.Post($"{first[..^1]}4", [.. typed.Where(t => t.Item1 is not "birth-year"), ("birth-year", "1945")]);

        Assert.EndsWith("/edit?kept=first", again.Location, StringComparison.Ordinal);
        Assert.Contains("Det som ble sendt først, står", (await world.Nurse.Get(again.Location!)).Page.Body!.TextContent, StringComparison.Ordinal);
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
