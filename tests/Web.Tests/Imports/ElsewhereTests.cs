using System.Net;
using Mestring.Core;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Imports;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Imports;

/// <summary>What a process says of an import that another process works on, or died over.</summary>
public sealed class ElsewhereTests
{
    private const string File = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-1;1944;Kvinne;alene;nei;16.11.2026\n";

    [Fact]
    public async Task Work_in_another_process_is_told_of_can_be_stopped_and_is_not_begun_twice()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(File);
        await Hold(world, address);

        Assert.Contains("40 av 1 rader", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Press(address, "approve")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Press(address, "remove")).Status);
        Assert.Equal((0, 1), ((await world.Courses()).Count, await world.App.Database(CaseWorld.Own, db => db.Imports.CountAsync())));

        await world.Press(address, "stop");
        Assert.True(await world.App.Database(CaseWorld.Own, db => db.Leases.Where(l => l.Holder == "another").Select(l => l.Stop).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_works_tells_how_far_it_is_and_hears_that_it_is_to_stop()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(File);
        var id = Guid.Parse(address.Split('/')[^1]);
        using var job = new ImportJob { Done = 12 };
        await using (await ImportLease.Take(world.App.Services.GetRequiredService<IServiceScopeFactory>(), new HastyClock(), id, job))
        {
            await Until(async () => await world.App.Database(db => db.Leases.AnyAsync(l => l.Done == 12)));
            await world.App.Database(async db =>
            {
                await ImportLease.AskToStop(db, id, default);
                return 0;
            });
            await Until(() => Task.FromResult(job.Stopped.IsCancellationRequested));
        }

        Assert.Equal(0, await world.App.Database(db => db.Leases.CountAsync(l => l.Name.StartsWith("import/"))));
    }

    [Fact]
    public async Task Work_that_is_stopped_writes_nothing_and_every_instance_can_say_so()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(File);
        var id = Guid.Parse(address.Split('/')[^1]);
        var jobs = world.App.Services.GetRequiredService<ImportJobs>();
        await jobs.Run(MunicipalityCode.Parse(CaseWorld.Own, null), id, (services, job) =>
        {
            job.Stop();
            return ImportWork.Write(services.GetRequiredService<MestringDb>(), id, new Actor(null, "Test", App.Start), new Texts(Language.Nb), validOnly: false, job);
        });

        Assert.Null(jobs.Find(id));
        Assert.Contains("Arbeidet ble stoppet. Ingenting er lagret.", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        Assert.Empty(await world.Courses());
        await world.Press(address, "approve");
        Assert.Single(await world.Courses());
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
        db.Leases.Add(new Lease { Name = ImportLease.Name(Guid.Parse(address.Split('/')[^1])), Holder = "another", Until = world.App.Clock.GetUtcNow() + ImportLease.Length, Done = 40 });
        return db.SaveChangesAsync();
    });

    private static async Task Until(Func<Task<bool>> happened)
    {
        for (var i = 0; i < 200 && !await happened(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(await happened());
    }

    /// <summary>A clock whose timers do not wait.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20));
    }
}
