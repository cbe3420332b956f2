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
