using Mestring.Web.Access;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Quality;

/// <summary>All rules over all courses, as of this second. It is 11 February 2027.</summary>
public sealed class RegisterQualityTests
{
    private const string Page = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/quality";

    [Fact]
    public async Task It_counts_hits_by_rule_and_lists_them_on_request()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        await world.Course("E-0002", "2026-11-16");
        await world.App.Database(CaseWorld.Own, db => db.Cases.Where(c => c.Pseudonym == "E-0002").ExecuteUpdateAsync(c => c.SetProperty(x => x.BirthYear, 2015)));

        var page = await world.Nurse.Get(Page);
        Assert.Contains("2 forløp er kontrollert nå. Én feil og 2 ting å se på.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["E-0002"], Hits(await world.Nurse.Get($"{Page}?rule=age-child")));
        Assert.Equal(["E-0001", "E-0002"], Hits(await world.Nurse.Get($"{Page}?rule=no-goals")));
    }

    [Fact]
    public async Task Whose_values_the_list_shows_has_been_read()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        await world.Course("E-0002", "2026-11-16");
        await world.App.Database(CaseWorld.Own, db => db.Cases.Where(c => c.Pseudonym == "E-0002").ExecuteUpdateAsync(c => c.SetProperty(x => x.BirthYear, 2015)));
        var child = Audit.Subject(await world.App.Database(CaseWorld.Own, db => db.Cases.Where(c => c.Pseudonym == "E-0002").Select(c => c.Id).SingleAsync()));
        Task<(int Child, int All)> Reads() => world.App.Database(
            CaseWorld.Own, async db => (await db.Audit.CountAsync(a => a.Action == Audit.ReadCase && a.Subject == child), await db.Audit.CountAsync(a => a.Action == Audit.ReadCase)));
        var before = await Reads();

        await world.Nurse.Get(Page);
        Assert.Equal(before, await Reads());
        await world.Nurse.Get($"{Page}?rule=age-child");
        Assert.Equal((before.Child + 1, before.All + 1), await Reads());
    }

    [Fact]
    public async Task Completeness_says_what_is_done_of_what_is_due_and_why_the_rest_is_missing()
    {
        using var world = await CaseWorld.New();
        string[] courses = [await world.Course("E-0001", "2026-11-16"), await world.Course("E-0002", "2026-11-16"), await world.Course("E-0003", "2026-11-16")];
        await world.Finish(courses[0], "weeks10", "2027-01-25");
        await world.Nurse.Submit($"{courses[1]}/measurements/weeks10/status", ("status", "Declined"));

        var row = (await world.Nurse.Get(Page)).Page.QuerySelectorAll("section[aria-labelledby=complete] tbody tr")[1];

        Assert.Equal(["1", "3", "33 %"], row.QuerySelectorAll("td.r").Select(c => c.TextContent));
        Assert.Contains("for lite fullstendig: 1 av 3", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("ville ikke 1, kan fortsatt måles 1", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_helps_most_stands_first()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        await world.Course("E-0002", "2026-11-16");

        var fixes = (await world.Nurse.Get(Page)).Page.QuerySelectorAll("section[aria-labelledby=fixes] li")
            .Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        // Two overdue at ten weeks, both needed for 60 %, weigh more than two courses without goals.
        Assert.StartsWith("Gjør målingen ved 10 uker for 2 forløp. 10 til, og tallene kan vises.", fixes[0], StringComparison.Ordinal);
        Assert.StartsWith("Se på 2 forløp med det samme.", fixes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_the_database_few_times_however_many_courses_there_are()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        await world.Copies(200);
        world.App.Sql.Reset();

        var page = await world.Nurse.Get(Page);

        Assert.Contains("201 forløp", page.Text, StringComparison.Ordinal);
        Assert.True(world.App.Sql.Commands.Count <= 10, $"{world.App.Sql.Commands.Count} SQL commands");
    }

    private static IEnumerable<string> Hits(Reply reply) => reply.Page.QuerySelectorAll("section[aria-labelledby=hits] tbody th").Select(t => t.TextContent).Order(StringComparer.Ordinal);
}
