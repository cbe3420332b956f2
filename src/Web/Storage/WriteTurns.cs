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
    /// <summary>
    /// Who waits for SQLite asks again after a hundredth of a second first, and each tenth later: a longer pause lets everybody in who waits. A
    /// commit costs as much as some hundred rows, so that it is held for longer where nobody else writes.
    /// </summary>
    private static readonly (TimeSpan Held, TimeSpan Pause) Alone = (TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(120));
    private static readonly (TimeSpan Held, TimeSpan Pause) AmongOthers = (TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(50));
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Who has just written will write again: they read and think in between.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    private readonly MestringDb _db;
    private readonly Stopwatch _held = new();
    private IDbContextTransaction? _open;
    private long _seen;
    private long _othersWrote = Stopwatch.GetTimestamp();
    private Task _pause = Task.CompletedTask;

    private WriteTurns(MestringDb db, IDbContextTransaction? whole) => (_db, _open, AreSeenAtOnce) = (db, whole, whole is null);

    private bool IsAlone => Stopwatch.GetElapsedTime(_othersWrote) > Quiet;

    /// <summary>Whether others see what is written before all of it is.</summary>
    public bool AreSeenAtOnce { get; }

    public static async Task<WriteTurns> Begin(MestringDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            return new WriteTurns(db, await db.Database.BeginTransactionAsync(ct));
        }

        // The same connection all the way: prepared commands belong to it.
        await db.Database.OpenConnectionAsync(ct);
        var turns = new WriteTurns(db, null);
        turns._seen = await turns.Version(ct);
        return turns;
    }

    /// <summary>Writes one portion, whole or not at all, and lets others in when it has been written for long enough.</summary>
    public async Task Do(Func<Task> write, CancellationToken ct)
    {
        if (!AreSeenAtOnce)
        {
            await write();
            return;
        }

        if (_open is null)
        {
            await _pause;
            _open = await _db.Database.BeginTransactionAsync(ct);
            _held.Restart();
        }

        try
        {
            await write();
        }
        catch
        {
            await Close();
            throw;
        }

        if (_held.Elapsed >= (IsAlone ? Alone.Held : AmongOthers.Held))
        {
            await Settle(ct);
            _pause = await Pause(ct);
        }
    }

    /// <summary>What was written so far lasts, whatever happens to the rest; where it is one transaction, that is not so before the end.</summary>
    public async Task Settle(CancellationToken ct)
    {
        if (AreSeenAtOnce)
        {
            await Commit(ct);
        }
    }

    /// <summary>Ends the whole of it.</summary>
    public async Task Commit(CancellationToken ct)
    {
        if (_open is not null)
        {
            try
            {
                await _open.CommitAsync(ct);
            }
            finally
            {
                await Close();
            }
        }
    }

    /// <summary>Takes back what is neither settled nor committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await Close();
        if (AreSeenAtOnce)
        {
            await _db.Database.CloseConnectionAsync();
        }
    }

    private async Task Close()
    {
        if (_open is not null)
        {
            await _open.DisposeAsync();
            _open = null;
        }
    }

    /// <summary>Where others write too, they get as long as this write held them.</summary>
    private async Task<Task> Pause(CancellationToken ct)
    {
        var version = await Version(ct);
        if (version != _seen)
        {
            (_seen, _othersWrote) = (version, Stopwatch.GetTimestamp());
        }

        var pause = IsAlone ? Alone.Pause : TimeSpan.FromTicks(Math.Clamp(_held.Elapsed.Ticks, AmongOthers.Pause.Ticks, LongestPause.Ticks));

        // Others keep their turn when this write is stopped: what it wrote has to be taken back then.
        return Task.Delay(pause, CancellationToken.None);
    }

    /// <summary>A number that another one's write changes.</summary>
    private async Task<long> Version(CancellationToken ct)
    {
        await using var command = _db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
