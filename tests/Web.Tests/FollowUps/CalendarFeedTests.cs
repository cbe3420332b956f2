using System.Net;
using System.Text;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.FollowUps;

/// <summary>A calendar that anybody with its address may read, and that tells nothing about anybody.</summary>
public sealed class CalendarFeedTests
{
    private const string List = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}/follow-ups";

    [Fact]
    public async Task It_says_how_many_a_day_and_nothing_about_whom()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16", "Nord", "Kari");
        await world.Course("E-0002", "2026-11-16", "Nord", "Kari");
        var address = await Make(world);

        var reply = await world.App.Open().Get(address);

        Assert.Equal("text/calendar", reply.ContentType);
        var calendar = Encoding.UTF8.GetString(reply.Body);
        Assert.Contains("DTSTART;VALUE=DATE:20270125", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:2 oppfølginger bør gjøres", calendar, StringComparison.Ordinal);
        Assert.All(["E-0001", "E-0002", "Nord", "Kari", "Test"], secret => Assert.DoesNotContain(secret, calendar, StringComparison.Ordinal));
        Assert.All(world.App.Sql.Commands, command => Assert.DoesNotContain(address[10..^4], command, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_counts_what_the_list_shows()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        await world.App.Database(CaseWorld.Own, db => db.Cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.PlannedEnd, new DateOnly(2027, 2, 14))));
        world.App.Clock.Set(new DateTimeOffset(2027, 2, 16, 9, 0, 0, TimeSpan.Zero));

        var calendar = Encoding.UTF8.GetString((await world.App.Open().Get(await Make(world))).Body);

        Assert.Contains("DTSTART;VALUE=DATE:20270214", calendar, StringComparison.Ordinal); // the planned end
        Assert.Contains("DTSTART;VALUE=DATE:20270215", calendar, StringComparison.Ordinal); // where the person lives
        Assert.Contains("DTSTART;VALUE=DATE:20270125", calendar, StringComparison.Ordinal); // ten weeks, for which a reason can be given
    }

    [Fact]
    public async Task Only_the_hash_of_its_address_is_stored()
    {
        using var world = await CaseWorld.New();
        var token = (await Make(world))["/calendar/".Length..^".ics".Length];

        var stored = await world.App.Database(CaseWorld.Own, db => db.CalendarFeeds.SingleAsync());

        Assert.Equal(43, token.Length); // 256 bits in base 64
        Assert.Equal(Web.Access.Sessions.Hash(token), stored.TokenHash);
        Assert.DoesNotContain(token, (await world.Nurse.Get(List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turned_off_or_made_anew_the_old_address_leads_nowhere()
    {
        using var world = await CaseWorld.New();
        var first = await Make(world);
        var second = await Make(world);
        Assert.Equal(HttpStatusCode.NotFound, (await world.App.Open().Get(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await world.App.Open().Get(second)).Status);

        var open = await world.Nurse.Get(List);
        Assert.NotNull(open.Page.QuerySelector($"form[action='{List}/calendar/revoke']"));
        await world.Nurse.Post($"{List}/calendar/revoke");

        Assert.Equal(HttpStatusCode.NotFound, (await world.App.Open().Get(second)).Status);
    }

    [Fact]
    public async Task It_stops_when_the_person_no_longer_works_with_courses_there()
    {
        using var world = await CaseWorld.New();
        var address = await Make(world);
        await world.App.Database(db => db.PersonRoles.Where(r => r.Role == Role.Professional).ExecuteUpdateAsync(r => r.SetProperty(x => x.Role, Role.Reader)));

        Assert.Equal(HttpStatusCode.NotFound, (await world.App.Open().Get(address)).Status);
    }

    private static async Task<string> Make(CaseWorld world)
    {
        var made = await world.Nurse.Post($"{List}/calendar");
        Assert.Equal(HttpStatusCode.OK, made.Status);
        return new Uri(made.Page.GetElementById("feed")!.GetAttribute("value")!).AbsolutePath;
    }
}
