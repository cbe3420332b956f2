using System.Data.Common;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>
/// Says in the database that somebody works on an import, for as long as the work lasts: so every process can tell, and a process that dies is
/// not waited for longer than the lease.
/// </summary>
internal sealed class ImportLease : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly string _name;
    private readonly string _holder;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    private ImportLease(IServiceScopeFactory scopes, TimeProvider clock, string name, string holder)
    {
        (_scopes, _clock, _name, _holder) = (scopes, clock, name, holder);
        _renewing = Renew();
    }

    /// <summary>The name of an import's lease.</summary>
    public static string Name(Guid import) => $"import/{import}";

    /// <summary>Null while somebody else works on it.</summary>
    public static async Task<ImportLease?> Take(IServiceScopeFactory scopes, TimeProvider clock, Guid import)
    {
        var (name, holder) = (Name(import), Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        await using var scope = scopes.CreateAsyncScope();
        return await Leases.Take(scope.ServiceProvider.GetRequiredService<MestringDb>(), name, holder, clock.GetUtcNow(), Length, CancellationToken.None) ? new ImportLease(scopes, clock, name, holder) : null;
    }

    /// <summary>Whether somebody works on it, in any process.</summary>
    public static Task<bool> IsHeld(MestringDb db, Guid import, DateTimeOffset now, CancellationToken ct)
    {
        var name = Name(import);
        return db.Leases.AnyAsync(l => l.Name == name && l.Until >= now, ct);
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
                await Leases.Take(scope.ServiceProvider.GetRequiredService<MestringDb>(), _name, _holder, _clock.GetUtcNow(), Length, _ended.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (DbException)
            {
                // SQLite has one writer, and that may be the import itself; the lease outlasts several renewals.
            }
        }
    }
}
