using System.Net;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>Times, points, reasons and the optional instruments, one screen at a time.</summary>
public sealed class MeasuringTests
{
    private static readonly (string, string)[] Times = [("stand", "tandem"), ("stand-time", "3"), ("stood", "timed"), ("walk", "timed"), ("walk1", "5,21"), ("walk2", "4,81"), ("course", "4"), ("rise", "timed"), ("chair-time", "13,70")];

    [Fact]
    public async Task Times_are_kept_as_they_were_taken_and_scored_by_the_better_walk()
    {
        using var world = await CaseWorld.New();
        var screen = await Screen(world, "sppb");

        var saved = await world.Nurse.Submit(screen, Times);

        Assert.EndsWith("/hours", saved.Location, StringComparison.Ordinal);
        var measured = await At(world, MeasurementPoint.Start);
        Assert.Equal(new SppbParts(new SppbPart(3), new SppbPart(4), new SppbPart(2)), measured.Sppb);
        Assert.Equal(4 / 4.81, measured.GaitSpeed!.Value, 1e-12);
        var page = await world.Nurse.Get(screen);
        Assert.Equal("5,21", page.Page.GetElementById("walk1")!.GetAttribute("value"));
        Assert.Contains("9 av 12", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stand-time", "10,5", "Du skrev 10,5. Skriv sekunder opp til 10, for eksempel 5,21.")]
    [InlineData("walk1", "", "Skriv tiden i sekunder.")]
    [InlineData("walk1", "0", "Du skrev 0. Skriv sekunder opp til 300, for eksempel 5,21.")]
    [InlineData("walk2", "-4", "Du skrev -4. Skriv sekunder opp til 300, for eksempel 5,21.")]
    [InlineData("course", "5", "Velg 4, 3 eller 2,44 meter.")]
    [InlineData("chair-time", "fort", "Du skrev fort. Skriv sekunder opp til 300, for eksempel 5,21.")]
    [InlineData("rise", "", "Velg om det ble målt å reise seg, eller hvorfor ikke.")]
    public async Task A_time_that_cannot_be_is_refused_and_nothing_is_saved(string field, string typed, string message)
    {
        using var world = await CaseWorld.New();
        var screen = await Screen(world, "sppb");

        var refused = await world.Nurse.Submit(screen, [.. Times.Select(f => f.Item1 == field ? (field, typed) : f)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(message, refused.ErrorOf(field));
        Assert.Null((await At(world, MeasurementPoint.Start)).Sppb.Total);
    }

    [Fact]
    public async Task Who_stands_ten_seconds_is_tried_in_the_next_position()
    {
        using var world = await CaseWorld.New();
        var screen = await Screen(world, "sppb");

        var refused = await world.Nurse.Submit(screen, [("stand", "semi-tandem"), ("stand-time", "10"), .. Times.Skip(2)]);

        Assert.Equal("Brukeren sto i 10 sekunder. Velg neste stilling og skriv tiden der, 0 hvis den ikke gikk.", refused.ErrorOf("stand-time"));
    }

    [Fact]
    public async Task Could_not_is_zero_points_but_not_done_is_a_gap_with_its_reason()
    {
        using var world = await CaseWorld.New();
        var screen = await Screen(world, "sppb");

        await world.Nurse.Submit(screen, [("stand", "side-by-side"), ("stand-time", "4"), ("walk", "unable"), ("rise", "!not-safe")]);

        var measured = await At(world, MeasurementPoint.Start);
        Assert.Equal(0, measured.Sppb.Balance?.Points);
        Assert.Equal(0, measured.Sppb.Gait?.Points);
        Assert.Null(measured.Sppb.Chair);
        Assert.Null(measured.Sppb.Total);
        var page = await world.Nurse.Get(screen);
        Assert.True(page.Page.QuerySelector("select[name=rise] option[value='!not-safe']")!.HasAttribute("selected"));
    }

    [Fact]
    public async Task Optional_instruments_come_when_the_municipality_chooses_them_and_what_was_measured_stays()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var settings = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/instruments";

        Assert.Equal("Kryss av for avtalen, eller ta bort EQ VAS.", (await coordinator.Submit(settings, ("instruments", "health"))).ErrorOf("eq-licence"));
        foreach (var chosen in new[] { "tug", "barthel", "health", "wellbeing" })
        {
            var now = string.Join('&', new[] { chosen });
            Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Submit(settings, ("instruments", now), ("eq-licence", "true"))).Status);
            var part = chosen;
            await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
            (string, string)[] answers = part switch
            {
                "tug" => [("tug", "14,5"), ("tug-aid", "walker"), ("reason", "done")],
                "barthel" => [.. Enum.GetValues<BarthelItem>().Select(i => ($"barthel-{i.ToString().ToLowerInvariant()}", "5")), ("reason", "done")],
                "health" => [("eq-vas", "65"), ("reason", "done")],
                _ => [.. Enumerable.Range(1, 5).Select(n => ($"who5-{n}", "3")), ("reason", "done")],
            };
            var saved = await world.Nurse.Submit($"{address}/measurements/start/{part}", answers);
            Assert.True(saved.Status is HttpStatusCode.Redirect, $"{part}: {saved.Text}");
        }

        var measured = await At(world, MeasurementPoint.Start);
        Assert.Equal(14.5, measured.Tug);
        Assert.Equal(50, measured.Barthel);
        Assert.Equal(65, measured.HealthLine);
        Assert.Equal(60, measured.Who5);
    }

    [Theory]
    [InlineData("eq-vas", "101", "Du skrev 101. Skriv et tall fra 0 til 100.")]
    [InlineData("eq-vas", "62,5", "Du skrev 62,5. Skriv et tall fra 0 til 100.")]
    [InlineData("eq-vas", "", "Skriv et tall, eller si nederst hvorfor det ikke ble gjort.")]
    public async Task A_number_outside_its_scale_is_refused(string field, string typed, string message)
    {
        using var world = await CaseWorld.New();
        await Choose(world, "health");
        var screen = await Screen(world, "health");

        Assert.Equal(message, (await world.Nurse.Submit(screen, (field, typed), ("reason", "done"))).ErrorOf(field));
    }

    [Fact]
    public async Task Goal_attainment_is_a_t_score_over_the_weights()
    {
        using var world = await CaseWorld.New();
        await Choose(world, "gas");
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/goals", ("weight1", "3"), ("weight2", "1"));
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));

        await world.Nurse.Submit($"{address}/measurements/weeks10/attainment", ("goal1-attainment", "1"), ("goal2-attainment", "-1"), ("reason", "done"));

        // 50 + 10(3·1 − 1·1)/√(0.7·10 + 0.3·16)
        Assert.Equal(50 + (20 / Math.Sqrt(11.8)), (await At(world, MeasurementPoint.Weeks10)).GoalAttainment!.Value, 1e-9);
    }

    [Fact]
    public async Task Two_who_save_different_screens_of_one_measurement_both_keep_their_work()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        var colleague = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var open = await colleague.Get($"{address}/measurements/start/goals");

        await world.Nurse.Submit($"{address}/measurements/start/sppb", Times);
        var saved = await colleague.Send(open, $"{address}/measurements/start/goals", ("performance1", "3"), ("satisfaction1", "2"), ("performance2", "4"), ("satisfaction2", "4"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var measured = await At(world, MeasurementPoint.Start);
        Assert.Equal(9, measured.Sppb.Total?.Points);
        Assert.Equal(2, measured.Ratings.Count);
    }

    [Fact]
    public async Task A_walk_of_eight_feet_gives_a_speed_and_only_the_points_somebody_chose()
    {
        using var world = await CaseWorld.New();
        var screen = await Screen(world, "sppb");
        (string, string)[] walk = [.. Times.Select(f => f.Item1 switch { "course" => (f.Item1, "2.44"), "walk2" => (f.Item1, ""), _ => f })];

        await world.Nurse.Submit(screen, walk);
        var unscored = await At(world, MeasurementPoint.Start);
        Assert.Null(unscored.Sppb.Gait);
        Assert.Equal(2.44 / 5.21, unscored.GaitSpeed!.Value, 1e-12);
        Assert.Contains("0,47 meter i sekundet", (await world.Nurse.Get(screen)).Text, StringComparison.Ordinal);

        await world.Nurse.Submit(screen, [.. walk, ("gait", "3")]);
        Assert.Equal(8, (await At(world, MeasurementPoint.Start)).Sppb.Total?.Points);
        Assert.Contains("Ganghastighet på 2,44 meter", (await world.Nurse.Get(screen.Replace("/sppb", "/summary", StringComparison.Ordinal))).Text, StringComparison.Ordinal);

        // On a length that has limits of its own, the time decides.
        await world.Nurse.Submit(screen, [.. Times.Where(t => t.Item1 is not "course"), ("course", "3"), ("gait", "4")]);
        Assert.Equal(2, (await At(world, MeasurementPoint.Start)).Sppb.Gait?.Points);
    }

    [Fact]
    public async Task Walks_are_compared_by_speed_whatever_their_length()
    {
        using var world = await CaseWorld.New();
        var screen = await Screen(world, "sppb");
        var address = screen[..screen.IndexOf("/measurements", StringComparison.Ordinal)];
        await world.Nurse.Submit(screen, [("stand", "tandem"), ("stand-time", "3"), ("walk1", "6"), ("walk2", ""), ("course", "3"), ("chair-time", "14")]);
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));
        var later = $"{address}/measurements/weeks10/sppb";
        Assert.Contains("Ved start: 0,50 meter i sekundet.", (await world.Nurse.Get(later)).Text, StringComparison.Ordinal);

        await world.Nurse.Submit(later, [("stand", "tandem"), ("stand-time", "3"), ("walk1", "5"), ("walk2", ""), ("course", "4"), ("chair-time", "14")]);

        var row = (await world.Nurse.Get(address)).Page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("Ganghastighet, meter i sekundet", StringComparison.Ordinal));
        Assert.Equal(["0,50", "0,80"], row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task Goal_attainment_is_asked_at_the_start_too()
    {
        using var world = await CaseWorld.New();
        await Choose(world, "gas");
        var address = await world.Start();
        foreach (var (point, day, level) in new[] { ("start", "2026-11-16", "-1"), ("weeks10", "2027-01-25", "1") })
        {
            await world.Nurse.Submit($"{address}/measurements/{point}/status", ("status", "Done"), ("on", day));
            await world.Nurse.Submit($"{address}/measurements/{point}/attainment", ("goal1-attainment", level), ("goal2-attainment", level), ("reason", "done"));
        }

        var course = (await world.Outcomes()).Single();
        Assert.True(course.Between(Outcome.GoalAttainment, MeasurementPoint.Start, MeasurementPoint.Weeks10).Change > 0);
        Assert.Null((await world.Nurse.Get($"{address}/goals")).Page.GetElementById("text1"));
        Assert.NotNull((await world.Nurse.Get($"{address}/goals")).Page.GetElementById("instrument"));
    }

    [Fact]
    public async Task Every_question_about_the_service_is_asked_and_who_wrote_the_answers_down()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));
        var screen = $"{address}/measurements/weeks10/service";

        var saved = await world.Nurse.Submit(screen, ("service", "4"), ("service2", "2"), ("by", "Deliverer"));

        var measured = await At(world, MeasurementPoint.Weeks10);
        Assert.Equal((4, AnswerHelp.Deliverer), (measured.Satisfaction?.Points, measured.SatisfactionBy));
        Assert.Contains("Svarene er skrevet av en som ga tjenesten.", (await world.Nurse.Get(saved.Location!)).Page.QuerySelector("aside[role=status]")!.TextContent, StringComparison.Ordinal);
        var summary = (await world.Nurse.Get($"{address}/measurements/weeks10/summary")).Text;
        Assert.Contains("I liten grad", summary, StringComparison.Ordinal);
        Assert.Contains("En ansatt som har gitt hjelpen", summary, StringComparison.Ordinal);

        await world.Nurse.Submit(screen, ("service", "none"), ("service2", "none"));
        var unanswered = await At(world, MeasurementPoint.Weeks10);
        Assert.Equal((null, null), (unanswered.Satisfaction, unanswered.SatisfactionBy));
    }

    [Fact]
    public async Task Means_hours_and_their_change_stand_on_the_screen_as_the_server_works_them_out()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Measure(
            address, "start", "2026-11-16", [("performance1", "3"), ("satisfaction1", "2"), ("performance2", ""), ("satisfaction2", ""), ("skip2", "true")],
            [("balance", "2"), ("gait", "2"), ("chair", "1")], null, [("hours1", "3,5"), ("hours15", "2")]);
        await world.Measure(
            address, "weeks10", "2027-01-25", [("performance1", "6"), ("satisfaction1", "1"), ("performance2", "9"), ("satisfaction2", "2")],
            [("balance", "2"), ("gait", "2"), ("chair", "1")], "4", [("hours1", "1"), ("hours15", "")]);

        var goals = Outputs(await world.Nurse.Get($"{address}/measurements/weeks10/goals"));
        var hours = Outputs(await world.Nurse.Get($"{address}/measurements/weeks10/hours"));

        Assert.Equal(["Utførelse i snitt: 7,5", "Endring fra start i utførelse: +3,0", "Tilfredshet i snitt: 1,5", "Endring fra start i tilfredshet: −1,0"], goals);
        Assert.Equal(["1,0 timer i uka i hjemmetjenester", "Endring fra start: −4,5 timer i uka"], hours);

        static IEnumerable<string> Outputs(Reply page) => page.Page.QuerySelectorAll("output").Select(o => o.TextContent);
    }

    private static async Task<string> Screen(CaseWorld world, string part)
    {
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        return $"{address}/measurements/start/{part}";
    }

    private static Task Choose(CaseWorld world, string instrument) => world.App.Database(async db =>
    {
        (await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).SingleAsync(e => e.Municipality == MunicipalityCode.Parse(CaseWorld.Own, null))).Instruments = instrument;
        await db.SaveChangesAsync();
    });

    private static async Task<MeasuredPoint> At(CaseWorld world, MeasurementPoint point) =>
        (await world.Outcomes()).Single().At(point)!;
}
