using System.Diagnostics;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Storage;

[Trait("Database", "own")]
public sealed class WriteTurnsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mestring-turns").FullName;

    /// <summary>What SQLite does for one large transaction: everybody else waits for its end.</summary>
    [Fact]
    public async Task Others_save_within_a_second_while_sixty_thousand_rows_are_written_on_SQLite()
    {
        var settings = new DatabaseSettings(false, $"Data Source={Path.Combine(_folder, "turns.db")}", _folder);
        await using var db = Open(settings);
        await db.Prepare(CancellationToken.None);
        var waits = new List<TimeSpan>();
        using var done = new CancellationTokenSource();
        var others = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Save(settings, waits, done.Token))).ToList();

        await using (var turns = await WriteTurns.Begin(db, CancellationToken.None))
        await using (var writer = new BulkWriter(db))
        {
            for (var number = 1; number <= 60_000; number++)
            {
                writer.Insert(new Lease { Name = $"written {number}", Holder = new string('x', 200), Until = DateTimeOffset.MaxValue });
                if (number % 1_000 == 0)
                {
                    await turns.Do(() => writer.Write(CancellationToken.None), CancellationToken.None);
                }
            }

            await turns.Commit(CancellationToken.None);
        }

        await done.CancelAsync();
        await Task.WhenAll(others);
        Assert.Equal(60_000, await db.Leases.CountAsync(l => l.Name.StartsWith("written ")));
        Assert.True(waits.Count > 10, $"{waits.Count} saves");
        Assert.True(waits.Order().ElementAt(waits.Count * 95 / 100) < TimeSpan.FromSeconds(1), $"95 % within {waits.Order().ElementAt(waits.Count * 95 / 100)}");
    }

    /// <summary>Whoever stops a write takes back what it wrote, and begins with that while others have their turn.</summary>
    [Fact]
    public async Task A_write_that_is_stopped_between_two_turns_can_be_taken_back()
    {
        await using var db = Open(new DatabaseSettings(false, $"Data Source={Path.Combine(_folder, "stopped.db")}", _folder));
        await db.Prepare(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        await using var turns = await WriteTurns.Begin(db, CancellationToken.None);
        await turns.Do(() => Insert(db, "first", TimeSpan.FromMilliseconds(60)), stop.Token);
        await turns.Do(() => Insert(db, "second", TimeSpan.FromMilliseconds(300)), stop.Token);
        await stop.CancelAsync();

        await turns.Do(() => db.Leases.ExecuteDeleteAsync(), CancellationToken.None);
        await turns.Commit(CancellationToken.None);

        Assert.Equal(0, await db.Leases.CountAsync());
    }

    /// <summary>A portion that fails is undone with what was written before it in the same turn, and no more; the next begins anew.</summary>
    [Fact]
    public async Task What_was_settled_stands_though_a_later_portion_fails()
    {
        await using var db = Open(new DatabaseSettings(false, $"Data Source={Path.Combine(_folder, "fails.db")}", _folder));
        await db.Prepare(CancellationToken.None);
        await using var turns = await WriteTurns.Begin(db, CancellationToken.None);
        await turns.Do(() => Insert(db, "settled", TimeSpan.Zero), CancellationToken.None);
        await turns.Settle(CancellationToken.None);
        await turns.Do(() => Insert(db, "lost", TimeSpan.Zero), CancellationToken.None);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => turns.Do(() => Insert(db, "settled", TimeSpan.Zero), CancellationToken.None));
        await turns.Do(() => Insert(db, "after", TimeSpan.Zero), CancellationToken.None);
        await turns.Commit(CancellationToken.None);

        Assert.Equal(["after", "settled"], await db.Leases.Select(l => l.Name).OrderBy(n => n).ToListAsync());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static MestringDb Open(DatabaseSettings settings)
    {
        var options = new DbContextOptionsBuilder<MestringDb>();
        settings.Use(options);
        return new MestringDb(options.Options, new Tenant());
    }

    private static async Task Insert(MestringDb db, string name, TimeSpan takes)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO leases (name, holder, until, done, stop) VALUES ({name}, '', 0, 0, 0)");
        await Task.Delay(takes);
    }

    private static async Task Save(DatabaseSettings settings, List<TimeSpan> waits, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await using var db = Open(settings);
            db.Leases.Add(new Lease { Name = Guid.CreateVersion7().ToString(), Until = DateTimeOffset.MaxValue });
            var clock = Stopwatch.StartNew();
            await db.SaveChangesAsync(CancellationToken.None);
            lock (waits)
            {
                waits.Add(clock.Elapsed);
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }
}
