using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.FollowUps;

/// <summary>What waits, for whom, and until when. It is 11 February 2027.</summary>
public sealed class FollowUpListTests
{
    private const string List = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/follow-ups";

    [Fact]
    public async Task Measurements_stand_under_overdue_due_coming_and_later()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16"); // ten weeks: due 25 January, counts until 15 February
        await world.Course("E-0002", "2026-12-10"); // ten weeks: from 4 February, due 18 February
        await world.Course("E-0003", "2027-01-01"); // ten weeks: from 26 February
        await world.Course("E-0004", "2027-02-10"); // the start: due 10 February; ten weeks: from 7 April

        Assert.Equal(["E-0001", "E-0004"], await Pseudonyms(world, "?show=overdue"));
        Assert.Equal(["E-0002"], await Pseudonyms(world, "?show=due"));
        Assert.Equal(["E-0003"], await Pseudonyms(world, "?show=coming"));
        Assert.Contains("E-0004", await Pseudonyms(world, "?show=later"));
        Assert.Equal(["E-0003"], await Pseudonyms(world, "?show=missed")); // the start: counted until 15 January
        Assert.Equal(["E-0003", "E-0001", "E-0004", "E-0002"], await Pseudonyms(world, ""));
    }

    [Fact]
    public async Task They_are_grouped_and_chosen_by_team_and_person()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16", "Nord", "Kari");
        await world.Course("E-0002", "2026-11-16", "Sør", "Ola");
        await world.Course("E-0003", "2026-11-16", "Nord", "Ola");

        var page = (await world.Nurse.Get(List)).Page;
        Assert.Equal(["Nord · Kari", "Nord · Ola", "Sør · Ola"], page.QuerySelectorAll("caption").Select(c => c.TextContent));
        Assert.Equal(["E-0001", "E-0003"], await Pseudonyms(world, "?team=Nord&person=*"));
        Assert.Equal(["E-0003", "E-0002"], await Pseudonyms(world, "?team=*&person=Ola"));
        Assert.Equal(["E-0003"], await Pseudonyms(world, "?team=Nord&person=Ola"));
    }

    [Fact]
    public async Task What_is_measured_is_not_waited_for_and_the_home_page_counts_the_rest()
    {
        using var world = await CaseWorld.New();
        var first = await world.Course("E-0001", "2026-11-16");
        await world.Course("E-0002", "2026-11-16");
        Assert.Contains("2 oppfølginger nå", (await world.Nurse.Get($"/m/{CaseWorld.Own}")).Text, StringComparison.Ordinal);

        await world.Nurse.Submit($"{first}/measurements/weeks10/status", ("status", "Declined"));

        Assert.Equal(["E-0002"], await Pseudonyms(world, ""));
        Assert.Contains("én oppfølging nå", (await world.Nurse.Get($"/m/{CaseWorld.Own}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_has_ended_stays_open_until_the_last_window_has_closed()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.App.Database(db => db.Networks.Where(n => n.Slug == CaseWorld.Slug).ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NetworkState.Ended)));

        var list = await world.Nurse.Get(List);
        Assert.Contains("til og med 16. januar 2028", list.Text, StringComparison.Ordinal);
        Assert.Equal(["E-0001"], await Pseudonyms(world, ""));

        world.App.Clock.Set(new DateTimeOffset(2027, 11, 20, 9, 0, 0, TimeSpan.Zero));
        var saved = await world.Nurse.Submit($"{course}/measurements/months12/status", ("status", "Done"), ("on", "2027-11-18"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);

        world.App.Clock.Set(new DateTimeOffset(2028, 1, 17, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains("ingen flere målinger venter", (await world.Nurse.Get(List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_person_lives_is_asked_from_its_day_until_it_is_answered_or_nobody_can_know()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var dead = await world.Course("E-0002", "2026-11-16");
        await world.Nurse.Submit($"{dead}/end", ("ended-on", "2026-12-20"), ("reason", "Died"), ("setting", "Died"));
        Assert.Empty(await Asked(world, course, "Bosted etter 91 dager"));

        world.App.Clock.Set(new DateTimeOffset(2027, 2, 15, 9, 0, 0, TimeSpan.Zero)); // 91 days
        Assert.Equal(["kan gjøres nå"], await Asked(world, course, "Bosted etter 91 dager"));
        world.App.Clock.Set(new DateTimeOffset(2027, 2, 16, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(["én dag over"], await Asked(world, course, "Bosted etter 91 dager"));
        Assert.Empty(await Asked(world, dead, "Bosted etter 91 dager"));

        await world.Nurse.Submit($"{course}/setting", ("setting-91-days", "HomeWithService"));
        Assert.Empty(await Asked(world, course, "Bosted etter 91 dager"));

        world.App.Clock.Set(new DateTimeOffset(2027, 11, 17, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(["én dag over"], await Asked(world, course, "Bosted etter 12 måneder"));
        world.App.Clock.Set(new DateTimeOffset(2028, 1, 17, 9, 0, 0, TimeSpan.Zero));
        Assert.Empty(await Asked(world, course, "Bosted etter 12 måneder"));
    }

    [Fact]
    public async Task A_planned_end_that_has_passed_is_followed_up_until_the_course_is_ended()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Submit($"{course}/edit", ("planned-end", "2027-02-11"));
        Assert.Empty(await Asked(world, course, "Avslutning"));

        world.App.Clock.Pass(TimeSpan.FromDays(3));
        Assert.Equal(["3 dager over"], await Asked(world, course, "Avslutning"));
        Assert.NotNull((await world.Nurse.Get(List)).Page.QuerySelector($"td a[href='{course}/end']"));

        await world.Nurse.Submit($"{course}/end", ("ended-on", "2027-02-12"), ("reason", "NoService"), ("setting", "HomeWithoutService"));
        Assert.Empty(await Asked(world, course, "Avslutning"));
    }

    [Fact]
    public async Task A_measurement_whose_window_has_closed_is_asked_about_for_thirty_days_so_that_a_reason_is_given()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16"); // ten weeks: counts until 15 February
        world.App.Clock.Set(new DateTimeOffset(2027, 3, 17, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(["ikke gjort i tide, mangler grunn"], await Asked(world, course, "10 uker"));
        Assert.Contains("mangler en grunn", (await world.Nurse.Get(List)).Text, StringComparison.Ordinal);

        await world.Nurse.Submit($"{course}/measurements/weeks10/status", ("status", "Missed"));
        Assert.Empty(await Asked(world, course, "10 uker"));

        var other = await world.Course("E-0002", "2026-11-16");
        Assert.Single(await Asked(world, other, "10 uker"));
        world.App.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Empty(await Asked(world, other, "10 uker"));
    }

    [Fact]
    public async Task Nothing_is_waited_for_once_nothing_can_be_registered()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Submit($"{course}/edit", ("planned-end", "2027-02-11"));
        world.App.Clock.Pass(TimeSpan.FromDays(3));
        Assert.NotEmpty(await Pseudonyms(world, ""));

        world.App.Clock.Set(new DateTimeOffset(2029, 6, 1, 9, 0, 0, TimeSpan.Zero));
        var nurse = await world.App.As(Web.Storage.Role.Professional, CaseWorld.Own);

        Assert.Contains("Ingenting venter i dag", (await nurse.Get(List)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("oppfølging nå", (await nurse.Get($"/m/{CaseWorld.Own}")).Text, StringComparison.Ordinal);
    }

    /// <summary>How one thing a course waits for stands in the list; empty when it does not wait for it.</summary>
    private static async Task<List<string>> Asked(CaseWorld world, string course, string what) =>
    [
        .. (await world.Nurse.Get(List)).Page.QuerySelectorAll("tbody tr")
            .Where(row => row.QuerySelector($"th a[href='{course}']") is not null && row.QuerySelectorAll("td")[0].TextContent.Trim() == what)
            .Select(row => row.QuerySelectorAll("td")[1].TextContent.Trim()),
    ];

    [Fact]
    public async Task A_long_list_comes_a_page_at_a_time_with_few_questions_to_the_database()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        await world.Copies(119);
        world.App.Sql.Reset();

        var first = await world.Nurse.Get(List);

        Assert.True(world.App.Sql.Commands.Count <= 10, $"{world.App.Sql.Commands.Count} SQL commands");
        Assert.Equal(50, first.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("120 oppfølginger", first.Text, StringComparison.Ordinal);
        Assert.Equal(20, (await world.Nurse.Get($"{List}?page=3")).Page.QuerySelectorAll("tbody tr").Length);
    }

    private static async Task<List<string>> Pseudonyms(CaseWorld world, string query)
    {
        var reply = await world.Nurse.Get(List + query);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return [.. reply.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent)];
    }
}
