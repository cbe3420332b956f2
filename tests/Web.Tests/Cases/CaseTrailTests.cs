using System.Net;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>Two at once, twice, from elsewhere, and what stands in the trail afterwards.</summary>
public sealed class CaseTrailTests
{
    [Fact]
    public async Task A_new_course_sent_twice_is_one_course()
    {
        using var world = await CaseWorld.New();
        (string, string)[] typed = [("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Man"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", "new"), ("started-on", "2026-11-16")];
        var address = (await world.Nurse.Get($"{CaseWorld.List}/new")).Location!;

        var first = await world.Nurse.Post($"{address[..^1]}4", typed);
        var second = await world.Nurse.Post($"{address[..^1]}4", typed);

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync()));
        Assert.Equal(1, await world.App.Database(db => db.Audit.CountAsync(a => a.Action == "start-case")));
    }

    [Fact]
    public async Task A_screen_sent_twice_is_saved_once()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var screen = $"{address}/measurements/start/status";
        var open = await world.Nurse.Get(screen);

        var first = await world.Nurse.Send(open, screen, ("status", "Done"), ("on", "2026-11-16"));
        var second = await world.Nurse.Send(open, screen, ("status", "Done"), ("on", "2026-11-16"));

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await world.App.Database(CaseWorld.Own, db => db.Audit.CountAsync(a => a.Action == "measure-status")));
    }

    [Fact]
    public async Task The_second_editor_is_told_loses_nothing_and_sees_both()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        var screen = $"{address}/measurements/start/sppb?by=points";
        var colleague = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var hers = await colleague.Get(screen);

        await world.Nurse.Submit(screen, ("balance", "1"), ("gait", "1"), ("chair", "1"));
        var told = await colleague.Send(hers, screen, ("balance", "4"), ("gait", "3"), ("chair", "2"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Dette er endret etter at du åpnet skjemaet", told.Text, StringComparison.Ordinal);
        Assert.Contains("Sist lagret av Test Professional", told.Text, StringComparison.Ordinal);
        Assert.Contains("1 av 4", told.Text, StringComparison.Ordinal);
        Assert.True(told.Page.QuerySelector("input[name=balance][value='4']")!.HasAttribute("checked"));
        Assert.Equal(1, await Balance(world));

        var again = await colleague.Send(told, screen, ("balance", "4"), ("gait", "3"), ("chair", "2"));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(4, await Balance(world));
    }

    [Theory]
    [InlineData("edit", "birth-year", "1950", "birth-year", "1951")]
    [InlineData("goals", "text3", "Lage middag", "text3", "Strikke")]
    [InlineData("end", "reason", "NoService", "reason", "Moved")]
    public async Task Two_who_change_one_course_at_once_do_not_overwrite_each_other(string page, string mineField, string mine, string hersField, string hers)
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var colleague = await world.App.As(Role.Coordinator, CaseWorld.Own);
        var open = await colleague.Get($"{address}/{page}");
        (string, string)[] rest = page switch { "goals" => [("domain3", "Housework")], "end" => [("setting", "HomeWithService")], _ => [] };

        Assert.Equal(HttpStatusCode.Redirect, (await world.Nurse.Submit($"{address}/{page}", [(mineField, mine), .. rest])).Status);
        var told = await colleague.Send(open, $"{address}/{page}", [(hersField, hers), .. rest]);

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.Send(told, $"{address}/{page}", [(hersField, hers), .. rest])).Status);
    }

    [Fact]
    public async Task Every_change_leaves_before_and_after_and_every_reading_leaves_who()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var id = Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));
        await world.Nurse.Submit($"{address}/measurements/start/sppb?by=points", ("balance", "1"), ("gait", "1"), ("chair", "1"));
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await world.Nurse.Submit($"{address}/measurements/start/sppb?by=points", ("balance", "2"), ("gait", "none"), ("chair", "1"));
        var reader = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await reader.Get(address);

        var trail = await world.App.Database(db => db.Audit.Where(a => a.Subject == $"case/{id}").OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync());

        Assert.All(trail, a => Assert.Equal(MunicipalityCode.Parse(CaseWorld.Own, null), a.Municipality));
        Assert.Contains(trail, a => a is { Action: "start-case", Before: "{}" } && a.After!.Contains("E-0147", StringComparison.Ordinal));
        var changed = trail.FindAll(a => a.Action is "measure-sppb");
        Assert.Equal("{}", changed[0].Before);
        Assert.Equal("{\"start.sppb.balance\":\"1\",\"start.sppb.gait\":\"1\"}", changed[1].Before);
        Assert.Equal("{\"start.sppb.balance\":\"2\",\"start.sppb.gait\":\"!other\"}", changed[1].After);
        Assert.Contains(trail, a => a is { Action: "read-case", PersonName: "Test Coordinator" });
        Assert.Contains("Start: SPPB er lagret · Test Professional", (await world.Nurse.Get(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_municipality_finds_nothing_and_a_reader_is_kept_out()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var elsewhere = await world.App.As(Role.Professional, CaseWorld.Other);
        var throughOwn = address.Replace($"/m/{CaseWorld.Own}/", $"/m/{CaseWorld.Other}/", StringComparison.Ordinal);

        foreach (var page in new[] { "", "/edit", "/goals", "/end", "/measurements/start", "/measurements/start/status", "/measurements/start/sppb" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(address + page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get(throughOwn + page)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Post($"{throughOwn}/end", ("ended-on", "2027-01-01"), ("reason", "Died"))).Status);
        Assert.Empty(await world.App.Database(CaseWorld.Other, db => CaseOutcomes.Of(db, CaseWorld.Slug, CancellationToken.None)));
        Assert.Single(await world.App.Database(db => CaseOutcomes.OfWholeNetwork(db, CaseWorld.Slug, CancellationToken.None)));
        foreach (var role in new[] { Role.Reader, Role.Approver })
        {
            var visitor = await world.App.As(role, CaseWorld.Own);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(address)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(CaseWorld.List)).Status);
        }
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Every_page_keeps_its_budget_and_the_rules_of_pages(string language)
    {
        using var world = await CaseWorld.New(language);
        var address = await world.Start();
        foreach (var (point, day) in new[] { ("start", "2026-11-16"), ("weeks10", "2027-01-25") })
        {
            await world.Measure(
                address, point, day, [("performance1", "3"), ("satisfaction1", "2"), ("performance2", "4"), ("satisfaction2", "4")],
                [("balance", "2"), ("gait", "2"), ("chair", "1")], point is "start" ? null : "4", [("hours1", "70"), ("hours3", "2")]);
        }

        string[] pages =
        [
            CaseWorld.List, (await world.Nurse.Get($"{CaseWorld.List}/new")).Location!, address, $"{address}/goals", $"{address}/edit", $"{address}/end",
            .. new[] { "status", "goals", "sppb", "service", "hours", "summary" }.Select(p => $"{address}/measurements/weeks10/{p}"),
        ];
        foreach (var page in pages)
        {
            world.App.Sql.Reset();
            var reply = await world.Nurse.Get(page);
            Assert.True(world.App.Sql.Commands.Count <= 10, $"{page} used {world.App.Sql.Commands.Count} commands");
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.Equal(language, reply.Page.DocumentElement.GetAttribute("lang"));
            Assert.Single(reply.Page.QuerySelectorAll("h1"));
            var ids = reply.Page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids, StringComparer.Ordinal);
            Assert.All(reply.Page.QuerySelectorAll("main input:not([type=hidden]), main select"), e => Assert.NotNull(reply.Page.QuerySelector($"label[for='{e.Id}']")));
            Assert.All(reply.Page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
            Assert.True(reply.Body.Length < 60_000, $"{page} is {reply.Body.Length} bytes");
        }
    }

    private static async Task<int?> Balance(CaseWorld world) =>
        (await world.Outcomes()).Single().At(MeasurementPoint.Start)!.Sppb.Balance?.Points;
}
