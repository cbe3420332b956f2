using System.Net;
using System.Text;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>A municipality that has left a network keeps the way to its own courses, to read, fetch and delete them, and to nothing else.</summary>
public sealed class LeftNetworkTests
{
    private const string Network = $"/m/{CaseWorld.Own}/{CaseWorld.Slug}";

    [Fact]
    public async Task Its_courses_are_read_and_fetched_and_no_longer_changed()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var coordinator = await Leave(world);

        foreach (var page in new[] { CaseWorld.List, course, $"{course}/history", $"{course}/quality", $"{Network}/follow-ups", $"{Network}/quality", $"{Network}/export", $"{Network}/retention" })
        {
            var reply = await coordinator.Get(page);
            Assert.True(reply.Status is HttpStatusCode.OK, $"{page} answers {(int)reply.Status}");
            Assert.Contains("har trukket seg fra nettverket", reply.Page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("E-0001", Encoding.UTF8.GetString((await coordinator.Get($"{Network}/export.csv")).Body), StringComparison.Ordinal);
        foreach (var form in new[] { $"{CaseWorld.List}/new/{Guid.CreateVersion7(App.Start)}/1", $"{course}/edit", $"{course}/end", $"{Network}/import" })
        {
            var refused = await coordinator.Post(form, ("unit", "Sør"));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("har trukket seg fra nettverket", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_deletes_everything_and_gets_a_receipt()
    {
        using var world = await CaseWorld.New();
        await world.Course("E-0001", "2026-11-16");
        var coordinator = await Leave(world);
        var home = await coordinator.Get($"/m/{CaseWorld.Own}");
        Assert.NotNull(home.Page.QuerySelector($"a[href='{Network}/retention']"));
        Assert.NotNull(home.Page.QuerySelector($"a[href='{Network}/export']"));

        var gone = await coordinator.Submit($"{Network}/retention", ("name", CaseWorld.Slug));

        Assert.Contains("Ett forløp er slettet", (await coordinator.Get(gone.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task What_belongs_to_the_network_is_closed()
    {
        using var world = await CaseWorld.New();
        var coordinator = await Leave(world);

        foreach (var page in new[] { "results", "report", "shared", "assignments", "plan", "prices", "intake", "deliveries" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"{Network}/{page}")).Status);
        }

        var menu = (await coordinator.Get(CaseWorld.List)).Page;
        Assert.Null(menu.QuerySelector($"a[href='{Network}/results']"));
    }

    [Theory]
    [InlineData(EnrolmentState.Received)]
    [InlineData(EnrolmentState.WaitingList)]
    [InlineData(EnrolmentState.Declined)]
    public async Task Who_never_was_a_member_gets_nowhere(EnrolmentState state)
    {
        using var world = await CaseWorld.New();
        var coordinator = await Leave(world, state);

        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get(CaseWorld.List)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"{Network}/retention")).Status);
    }

    private static async Task<Browser> Leave(CaseWorld world, EnrolmentState state = EnrolmentState.Withdrawn)
    {
        await world.App.Database(CaseWorld.Own, db => db.Enrolments.ExecuteUpdateAsync(e => e.SetProperty(x => x.State, state)));
        return await world.App.As(Role.Coordinator, CaseWorld.Own);
    }
}
