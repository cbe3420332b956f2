using System.Globalization;
using Mestring.Core;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Imports;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mestring.Web.Tests.Imports;

/// <summary>All or nothing, also where a large file is written in portions that others see, and something stops it between two of them.</summary>
public sealed class HalfwayTests
{
    private const int Rows = 600;
    private const string Header = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\n";

    private static readonly Actor Somebody = new(null, "Test", App.Start);

    [Fact]
    public async Task Who_stops_an_import_halfway_finds_nothing_of_it()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(Many());

        await Work(world, address, (db, id, job) => ImportWork.Write(db, id, Somebody, new Texts(Language.Nb), validOnly: false, job), stop: true);

        Assert.Empty(await world.Courses());
        Assert.Contains("Arbeidet ble stoppet. Ingenting er lagret.", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        await Press(world, address, "approve");
        Assert.Equal(Rows, (await world.Courses()).Count);
    }

    [Fact]
    public async Task What_a_process_that_ended_had_written_is_taken_back_by_the_next_one()
    {
        using var world = await ImportWorld.New();
        var (address, _) = await world.Check(Many());
        await Work(world, address, (db, id, job) => ImportWork.Write(db, id, Somebody, new Texts(Language.Nb), validOnly: false, job), stop: false);

        await world.App.Services.GetRequiredService<ImportJobs>().Recover(CancellationToken.None);

        Assert.Empty(await world.Courses());
        Assert.True(await world.App.Database(CaseWorld.Own, db => db.Imports.AllAsync(i => i.State == ImportState.Checked)));
        await Press(world, address, "approve");
        Assert.Equal(Rows, (await world.Courses()).Count);
    }

    [Fact]
    public async Task An_undo_that_a_process_ended_in_is_gone_on_with_and_counts_all_it_put_back()
    {
        using var world = await ImportWorld.New();
        var address = await world.Read(Many());
        await Work(world, address, (db, id, job) => ImportWork.Undo(db, id, Somebody, job), stop: false);

        await world.App.Services.GetRequiredService<ImportJobs>().Recover(CancellationToken.None);

        if (await world.App.Database(db => Task.FromResult(!db.Database.IsSqlite())))
        {
            // One transaction: it was taken back when its process ended, and is begun again by whoever wants it.
            Assert.Equal(Rows, (await world.Courses()).Count);
            await Press(world, address, "undo");
        }

        Assert.Empty(await world.Courses());
        var import = await world.App.Database(CaseWorld.Own, db => db.Imports.AsNoTracking().SingleAsync());
        Assert.Equal((ImportState.Undone, Rows), (import.State, Report.Read(import.Report)!.Back));
        Assert.Equal(Rows, await world.App.Database(CaseWorld.Own, db => db.DeletedCourses.CountAsync()));
    }

    [Fact]
    public async Task Values_of_a_case_are_as_before_when_an_import_that_changed_them_is_stopped_and_begun_again_and_undone()
    {
        using var world = await ImportWorld.New();
        await world.Read(Many());
        var before = await world.Courses();
        var (address, _) = await world.Check(Many("1950"));
        await Work(world, address, (db, id, job) => ImportWork.Write(db, id, Somebody, new Texts(Language.Nb), validOnly: false, job), stop: true);
        Assert.Equal(before.Select(c => c.BirthYear), (await world.Courses()).Select(c => c.BirthYear));

        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await Press(world, address, "approve");
        Assert.All(await world.Courses(), c => Assert.Equal(1950, c.BirthYear));
        world.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await Press(world, address, "undo");
        Assert.Equal(before.Select(c => c.BirthYear), (await world.Courses()).Select(c => c.BirthYear));
    }

    /// <summary>Presses a button and waits for the work: a slow one goes on after the answer.</summary>
    private static async Task Press(ImportWorld world, string address, string action)
    {
        await world.Press(address, action);
        for (var i = 0; i < 600 && await world.App.Database(db => db.Leases.AnyAsync(l => l.Name.StartsWith("import/"))); i++)
        {
            await Task.Delay(100);
        }
    }

    private static string Many(string born = "1944") =>
        Header + string.Concat(Enumerable.Range(1, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"E-{i:0000};{born};Kvinne;alene;nei;16.11.2026\n")));

    /// <summary>Work that is stopped, by somebody or because its process ends, after its first portions.</summary>
    private static async Task Work(ImportWorld world, string address, Func<MestringDb, Guid, ImportJob, Task> work, bool stop)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        using var ends = new CancellationTokenSource();
        using var job = new ImportJob(ends.Token);
        world.App.Sql.Before = () =>
        {
            if (job.Done < 128)
            {
                return;
            }

            if (stop)
            {
                job.Stop();
            }
            else
            {
                ends.Cancel();
            }
        };
        if (stop)
        {
            await world.App.Services.GetRequiredService<ImportJobs>().Run(MunicipalityCode.Parse(CaseWorld.Own, null), id, async (services, own) =>
            {
                await work(services.GetRequiredService<MestringDb>(), id, job);
                own.Stop();
            });
        }
        else
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.App.Database(CaseWorld.Own, async db =>
            {
                await work(db, id, job);
                return 0;
            }));
        }

        Assert.InRange(job.Done, 0, Rows - 1);
        world.App.Sql.Before = null;
    }
}
