using System.Data.Common;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>
/// Says in the database that somebody works on an import and how far that is, for as long as the work lasts: so every process can tell and stop
/// it, and a process that dies is not waited for longer than the lease.
/// </summary>
internal sealed class ImportLease : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly string _name;
    private readonly string _holder;
    private readonly ImportJob _job;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    private ImportLease(IServiceScopeFactory scopes, TimeProvider clock, string name, string holder, ImportJob job)
    {
        (_scopes, _clock, _name, _holder, _job) = (scopes, clock, name, holder, job);
        _renewing = Renew();
    }

    /// <summary>The name of an import's lease.</summary>
    public static string Name(Guid import) => $"import/{import}";

    /// <summary>Null while somebody else works on it.</summary>
    public static async Task<ImportLease?> Take(IServiceScopeFactory scopes, TimeProvider clock, Guid import, ImportJob job)
    {
        var (name, holder) = (Name(import), Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        await using var scope = scopes.CreateAsyncScope();
        return await Leases.Take(scope.ServiceProvider.GetRequiredService<MestringDb>(), name, holder, clock.GetUtcNow(), Length, CancellationToken.None)
            ? new ImportLease(scopes, clock, name, holder, job)
            : null;
    }

    /// <summary>How many rows are done where somebody works on it, in any process; null when nobody does.</summary>
    public static Task<int?> Done(MestringDb db, Guid import, DateTimeOffset now, CancellationToken ct)
    {
        var name = Name(import);
        return db.Leases.Where(l => l.Name == name && l.Until >= now).Select(l => (int?)l.Done).SingleOrDefaultAsync(ct);
    }

    /// <summary>Asks whoever works on it to stop; heard at the next renewal.</summary>
    public static Task AskToStop(MestringDb db, Guid import, CancellationToken ct)
    {
        var name = Name(import);
        return db.Leases.Where(l => l.Name == name).ExecuteUpdateAsync(l => l.SetProperty(x => x.Stop, true), ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        _ended.Dispose();
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MestringDb>().Leases.Where(l => l.Name == _name && l.Holder == _holder).ExecuteDeleteAsync();
    }

    private async Task Renew()
    {
        using var timer = new PeriodicTimer(Renewal, _clock);
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(_ended.Token);
                await using var scope = _scopes.CreateAsyncScope();
                await Tell(scope.ServiceProvider.GetRequiredService<MestringDb>(), _ended.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (DbException)
            {
                // SQLite has one writer, and that may be the import itself; the lease outlasts many renewals.
            }
        }
    }

    private async Task Tell(MestringDb db, CancellationToken ct)
    {
        var mine = db.Leases.Where(l => l.Name == _name && l.Holder == _holder);
        var (until, done) = (_clock.GetUtcNow() + Length, _job.Done);
        await mine.ExecuteUpdateAsync(l => l.SetProperty(x => x.Until, until).SetProperty(x => x.Done, done), ct);
        if (await mine.AnyAsync(l => l.Stop, ct))
        {
            _job.Stop();
        }
    }
}
