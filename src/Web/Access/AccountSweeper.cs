using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Removes what accounts leave behind: sessions and links that are over, and guesses that no longer count. Any instance may do it at any time; it comes out the same.</summary>
internal sealed partial class AccountSweeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AccountSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>One round.</summary>
    /// <returns>Rows that were removed.</returns>
    internal static async Task<int> Sweep(MestringDb db, DateTimeOffset now, CancellationToken ct)
    {
        // A form sent with a session that has run out is still kept for its person a while.
        var (sessions, guesses, links) = (now - Sessions.Remembered, now - (Attempts.Window * 2), now - Accounts.LinkLength);
        var removed = await db.Sessions.Where(s => s.ExpiresAt <= sessions || s.RevokedAt <= sessions).ExecuteDeleteAsync(ct)
            + await db.SignInAttempts.Where(a => a.At <= guesses).ExecuteDeleteAsync(ct)
            + await db.OneTimeLinks.Where(l => l.ExpiresAt <= now || l.UsedAt <= links).ExecuteDeleteAsync(ct);
        await db.EmptyLog(ct);
        return removed;
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Old sessions and links were not removed; the next round tries again.")]
    private static partial void RoundFailed(ILogger log, Exception e);
}
