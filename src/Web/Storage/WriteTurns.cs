using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>
/// How a large write lets others in. PostgreSQL has many writers: it is one transaction. SQLite has one: the write is many short
/// transactions, and others take their turn between them; what was written is seen at once, so that whoever stops halfway has to take it back.
/// </summary>
internal sealed class WriteTurns : IAsyncDisposable
{
    /// <summary>Who waits for SQLite asks again after up to a tenth of a second; where others write too, they get as long as this write does.</summary>
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(200);

    private readonly MestringDb _db;
    private readonly IDbContextTransaction? _whole;
    private long _seen;

    private WriteTurns(MestringDb db, IDbContextTransaction? whole) => (_db, _whole) = (db, whole);

    /// <summary>Whether others see each portion as it is written.</summary>
    public bool AreSeenAtOnce => _whole is null;

    public static async Task<WriteTurns> Begin(MestringDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            return new WriteTurns(db, await db.Database.BeginTransactionAsync(ct));
        }

        // The same connection all the way: prepared commands belong to it.
        await db.Database.OpenConnectionAsync(ct);
        return new WriteTurns(db, null);
    }

    /// <summary>Writes one portion, whole or not at all, and lets others in.</summary>
    public async Task Do(Func<Task> write, CancellationToken ct)
    {
        if (!AreSeenAtOnce)
        {
            await write();
            return;
        }

        var held = Stopwatch.StartNew();
        await using (var transaction = await _db.Database.BeginTransactionAsync(ct))
        {
            await write();
            await transaction.CommitAsync(ct);
        }

        await Rest(held.Elapsed, ct);
    }

    /// <summary>Ends the whole of it.</summary>
    public Task Commit(CancellationToken ct) => _whole?.CommitAsync(ct) ?? Task.CompletedTask;

    /// <summary>Takes back what was not committed; where portions are seen at once, that is nothing any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_whole is not null)
        {
            await _whole.DisposeAsync();
        }
        else
        {
            await _db.Database.CloseConnectionAsync();
        }
    }

    private async Task Rest(TimeSpan held, CancellationToken ct)
    {
        var version = await Version(ct);
        var isAlone = version == _seen || _seen == 0;
        _seen = version;
        await Task.Delay(isAlone ? ShortestRest : held < LongestRest ? held : LongestRest, ct);
    }

    /// <summary>A number that another one's write changes.</summary>
    private async Task<long> Version(CancellationToken ct)
    {
        await using var command = _db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
