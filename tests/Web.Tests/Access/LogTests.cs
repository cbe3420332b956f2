using System.Net;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>The municipality's log tells who did what in a course, and never what stood there.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task Without_a_second_factor_nothing_that_stood_in_a_course_is_seen()
    {
        using var world = await CaseWorld.New();
        var course = await world.Start();
        await world.Nurse.Submit($"{course}/quality", ("question", "Er hoftebruddet rett?"));
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactorAt, (DateTimeOffset?)null)));

        var log = await coordinator.Get($"/m/{CaseWorld.Own}/log");

        Assert.Equal(HttpStatusCode.OK, log.Status);
        Assert.Contains("Startet et forløp", log.Text, StringComparison.Ordinal);
        Assert.All(["E-0147", "1944", "Gå til butikken", "Dusje selv", "hoftebruddet"], secret => Assert.DoesNotContain(secret, log.Page.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Get(log.Page.QuerySelector("td a")!.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task What_stood_there_is_one_step_away_in_the_history_which_notes_who_read_it()
    {
        using var world = await CaseWorld.New();
        var course = await world.Start();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);

        var link = (await coordinator.Get($"/m/{CaseWorld.Own}/log")).Page.QuerySelector("td a")!.GetAttribute("href")!;

        Assert.Equal($"{course}/history", link);
        Assert.Contains("Gå til butikken", (await coordinator.Get(link)).Text, StringComparison.Ordinal);
        Assert.True(await world.App.Database(db => db.Audit.AnyAsync(a => a.Action == Audit.ReadCase && a.PersonName == "Test Coordinator")));
    }
}
