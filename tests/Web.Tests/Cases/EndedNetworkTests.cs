using System.Net;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Imports;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>A network that has ended is followed up until the last window has closed, and then only read.</summary>
public sealed class EndedNetworkTests
{
    private const string File = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-0147;1945;Kvinne;alene;nei;16.11.2026\nE-0999;1950;Mann;alene;nei;01.12.2026\n";

    [Fact]
    public async Task An_ended_network_takes_no_new_course_and_says_why_and_what_to_do()
    {
        using var world = await CaseWorld.New();
        await world.Start();
        var ends = await Move(world, run => run.Ends());
        world.App.Clock.Pass(TimeSpan.FromDays(1));
        var nurse = await world.App.As(Role.Professional, CaseWorld.Own);

        foreach (var refused in new[] { await nurse.Get($"{CaseWorld.List}/new"), await nurse.Post($"{CaseWorld.List}/new/{Guid.CreateVersion7(App.Start)}/4", ("pseudonym", "E-0999")) })
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("tar ikke imot nye forløp", refused.Text, StringComparison.Ordinal);
            Assert.Contains("nytt nettverk", refused.Text, StringComparison.Ordinal);
        }

        var list = await nurse.Get(CaseWorld.List);
        Assert.Null(list.Page.QuerySelector($"a[href='{CaseWorld.List}/new']"));
        Assert.Contains("kan følges opp og endres til og med", Notice(list), StringComparison.Ordinal);
        Assert.True(ends < new DateOnly(2028, 1, 1));
    }

    [Fact]
    public async Task A_leader_who_ends_the_network_early_ends_new_courses_too()
    {
        using var world = await CaseWorld.New();
        await world.App.Database(db => db.Networks.Where(n => n.Slug == CaseWorld.Slug).ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NetworkState.Ended)));

        Assert.Equal(HttpStatusCode.Conflict, (await world.Nurse.Get($"{CaseWorld.List}/new")).Status);
    }

    [Fact]
    public async Task Courses_are_changed_until_the_last_window_has_closed_and_then_only_read()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var ends = await Move(world, run => run.RegistrationEnds()!.Value);
        var nurse = await world.App.As(Role.Professional, CaseWorld.Own);
        Assert.Equal(address, (await nurse.Submit($"{address}/edit", ("unit", "Nord"))).Location);

        world.App.Clock.Pass(TimeSpan.FromDays(1));
        var day = new Web.Design.Texts(Core.Language.Nb).Date(ends);
        foreach (var form in new[] { "edit", "goals", "end", "setting", "work", "grants/new", "measurements/start/status", "quality" })
        {
            var shown = await nurse.Get($"{address}/{form}");
            Assert.True(shown.Status is HttpStatusCode.OK, $"{form} answers {(int)shown.Status}");
            Assert.NotNull(shown.Page.QuerySelector("fieldset[disabled] main form"));
            Assert.Contains($"Siste dag for målinger i dette nettverket var {day}", Notice(shown), StringComparison.Ordinal);
            var refused = await nurse.Post(form is "quality" ? $"{address}/quality/queries" : $"{address}/{form}", ("unit", "Sør"));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains(day, refused.Text, StringComparison.Ordinal);
        }

        var course = await nurse.Get(address);
        Assert.Equal(HttpStatusCode.OK, course.Status);
        Assert.Empty(course.Page.QuerySelectorAll("main a.ds-button"));
        Assert.Null(course.Page.QuerySelector("fieldset[disabled]"));
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        foreach (var page in new[] { "results", "export", "export.csv", "retention", "quality" })
        {
            Assert.Equal(HttpStatusCode.OK, (await coordinator.Get($"/m/{CaseWorld.Own}/{CaseWorld.Slug}/{page}")).Status);
        }
    }

    [Fact]
    public async Task A_file_changes_the_courses_of_an_ended_network_and_brings_no_new_ones()
    {
        using var world = await ImportWorld.New();
        await world.Cases.Start();
        await Move(world.Cases, run => run.Ends().AddDays(1));

        var (_, page) = await world.Check(File);

        Assert.Contains("Nye forløp i et nettverk som er avsluttet", page.Text, StringComparison.Ordinal);
        Assert.Equal(["0", "1"], page.Page.QuerySelectorAll("main dl dd").Take(2).Select(d => d.TextContent));
    }

    private static string? Notice(Reply page) => page.Page.QuerySelector("aside.ds-alert")?.TextContent;

    /// <summary>Moves the clock to a day of the network's life.</summary>
    private static async Task<DateOnly> Move(CaseWorld world, Func<NetworkDefinition, DateOnly> day)
    {
        var json = await world.App.Database(db => db.Networks.Where(n => n.Slug == CaseWorld.Slug).Select(n => n.Definition).SingleAsync());
        var definition = ProgrammeJson.ReadDefinition(json);
        world.App.Clock.Set(new DateTimeOffset(day(definition), new TimeOnly(10, 0), TimeSpan.Zero));
        return day(definition);
    }
}
