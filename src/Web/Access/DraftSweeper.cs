using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Removes drafts that nobody came back to. Any instance may do it at any time; it comes out the same.</summary>
internal sealed partial class DraftSweeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DraftSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>One round, over all municipalities.</summary>
    internal static Task<int> Sweep(MestringDb db, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Drafts.Kept;
        return db.Drafts.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(d => d.SavedAt <= since).ExecuteDeleteAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await Sweep(scope.ServiceProvider.GetRequiredService<MestringDb>(), clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                RoundFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old drafts were not removed; the next round tries again.")]
    private static partial void RoundFailed(ILogger log, Exception e);
}
