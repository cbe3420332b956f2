using System.Net;
using Mestring.Web.Imports;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>What a process says of an import that another process works on, or died over.</summary>
public sealed class ElsewhereTests
{
    private const string File = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-1;1944;Kvinne;alene;nei;16.11.2026\n";

    [Fact]
    public async Task Work_in_another_process_is_told_of_and_not_begun_twice()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(File);
        await Hold(world, address);

        var page = await world.Coordinator.Get(address);
        Assert.Contains("Arbeidet går et annet sted", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("progress, form[action$=stop]"));

        Assert.Equal(HttpStatusCode.Redirect, (await world.Press(address, "approve")).Status);
        Assert.Empty(await world.Courses());
    }

    [Fact]
    public async Task A_process_that_died_is_waited_for_two_minutes_and_no_longer()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(File);
        await Hold(world, address);
        world.App.Clock.Pass(ImportLease.Length + TimeSpan.FromSeconds(1));

        Assert.Contains("1 av 1 rader er klare", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.Contains("Forløpene er hentet inn", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        Assert.Single(await world.Courses());
    }

    [Fact]
    public async Task Columns_that_were_changed_and_never_checked_are_not_shown_as_checked()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(File);

        // As it stands when the process ends between the new columns and the end of their check.
        await world.App.Database(CaseWorld.Own, db => db.Imports.ExecuteUpdateAsync(i => i.SetProperty(x => x.State, ImportState.Uploaded)));
        Assert.EndsWith("/columns", (await world.Coordinator.Get(address)).Location, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.Empty(await world.Courses());
    }

    [Fact]
    public async Task Work_that_ended_holds_nothing()
    {
        using var world = await ImportWorld.New();
        await world.Read(File);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Leases.CountAsync(l => l.Name.StartsWith("import/"))));
    }

    private static Task<int> Hold(ImportWorld world, string address) => world.App.Database(CaseWorld.Own, db =>
    {
        db.Leases.Add(new Lease { Name = ImportLease.Name(Guid.Parse(address.Split('/')[^1])), Holder = "another", Until = world.App.Clock.GetUtcNow() + ImportLease.Length });
        return db.SaveChangesAsync();
    });
}
