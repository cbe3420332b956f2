using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Lets rows of files go a day after they came, whatever became of them, and sees to it that no import stays halfway. Every instance may do it; doing it twice does no harm.</summary>
internal sealed partial class ImportSweeper(IServiceScopeFactory scopes, ImportJobs jobs, TimeProvider clock, ILogger<ImportSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await jobs.Recover(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await Sweep(scope.ServiceProvider.GetRequiredService<MestringDb>(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round, in every municipality.</summary>
    internal async Task Sweep(MestringDb db, CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        var imports = db.Imports.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(i => i.CreatedAt < before && i.State != ImportState.Writing && i.State != ImportState.Undoing);
        var rows = db.ImportedRows.IgnoreQueryFilters([MestringDb.TenantFilter]);
        foreach (var import in await imports.AsNoTracking().Where(i => rows.Any(r => r.Municipality == i.Municipality && r.ImportId == i.Id)).OrderBy(i => i.CreatedAt).ToListAsync(ct))
        {
            await using var turns = await WriteTurns.Begin(db, ct);
            await ImportedRow.Remove(db, import, int.MinValue, int.MaxValue, turns, ct);
            await turns.Commit(ct);
        }

        await imports.Where(i => i.State == ImportState.Uploaded || i.State == ImportState.Checked || i.State == ImportState.Receiving).ExecuteDeleteAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old rows of imports could not be removed; they are tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
