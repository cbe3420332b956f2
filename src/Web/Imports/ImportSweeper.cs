using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Lets rows of files go a day after they came, whatever became of them. Every instance may do it; doing it twice does no harm.</summary>
internal sealed partial class ImportSweeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
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
        var imports = db.Imports.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(i => i.CreatedAt < before);
        await db.ImportedRows.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(r => imports.Any(i => i.Municipality == r.Municipality && i.Id == r.ImportId)).ExecuteDeleteAsync(ct);
        await imports.Where(i => i.State == ImportState.Uploaded || i.State == ImportState.Checked).ExecuteDeleteAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old rows of imports could not be removed; they are tried again")]
    private static partial void Failed(ILogger log, Exception e);
}
