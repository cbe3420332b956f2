using System.Collections.Concurrent;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>
/// Imports at work in this process. Whether one is done, why it failed, whether somebody works on it and how far that is (see
/// <see cref="ImportLease"/>) stands in the database, so that every instance can tell, and stop another's work.
/// </summary>
internal sealed partial class ImportJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportJobs> log) : IHostedService, IDisposable
{
    /// <summary>How long a request waits before it shows progress instead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly ConcurrentDictionary<Guid, ImportJob> _jobs = new();
    private readonly CancellationTokenSource _ending = new();

    /// <summary>Work in this process; null when there is none.</summary>
    public ImportJob? Find(Guid import) => _jobs.GetValueOrDefault(import);

    /// <summary>Stops the work, in whichever process it is.</summary>
    public async Task Stop(MestringDb db, Guid import, CancellationToken ct)
    {
        if (Find(import) is { } job)
        {
            job.Stop();
            return;
        }

        await ImportLease.AskToStop(db, import, ct);
    }

    /// <summary>Begins work on an import unless somebody works on it, and waits a little for it.</summary>
    public Task Run(MunicipalityCode municipality, Guid import, Func<IServiceProvider, ImportJob, Task> work) =>
        Task.WhenAny(Begin(municipality, import, work), Task.Delay(Patience));

    /// <summary>
    /// Goes on with what a process left that ended halfway, one after the other and each to its end: what was being written is taken back, what
    /// was being undone is undone.
    /// </summary>
    public async Task Recover(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var left = await scope.ServiceProvider.GetRequiredService<MestringDb>().Imports.IgnoreQueryFilters([MestringDb.TenantFilter])
            .Where(i => i.State == ImportState.Writing || i.State == ImportState.Undoing).Select(i => new { i.Municipality, i.Id }).ToListAsync(ct);
        foreach (var import in left)
        {
            await Begin(import.Municipality, import.Id, (services, job) => ImportWork.Recover(services.GetRequiredService<MestringDb>(), import.Id, clock.GetUtcNow(), job)).WaitAsync(ct);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops the work between two portions, and waits for that.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _ending.CancelAsync();
        while (!_jobs.IsEmpty && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    public void Dispose() => _ending.Dispose();

    private Task Begin(MunicipalityCode municipality, Guid import, Func<IServiceProvider, ImportJob, Task> work)
    {
        var job = new ImportJob(_ending.Token) { Processors = Math.Max(1, Environment.ProcessorCount - 1) };
        return _jobs.TryAdd(import, job) ? Task.Run(() => Work(municipality, import, job, work)) : Task.CompletedTask;
    }

    private async Task Work(MunicipalityCode municipality, Guid import, ImportJob job, Func<IServiceProvider, ImportJob, Task> work)
    {
        try
        {
            await using var lease = await ImportLease.Take(scopes, clock, import, job);
            if (lease is null)
            {
                return;
            }

            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Tenant>().Municipality = municipality;
                await work(scope.ServiceProvider, job);
            }
            catch (OperationCanceledException)
            {
                await Remember(municipality, import, "imports.stopped");
            }
            catch (DbUpdateConcurrencyException)
            {
                await Remember(municipality, import, "imports.changed-meanwhile");
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Failed(log, import, e);
                await Remember(municipality, import, "imports.failed");
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Failed(log, import, e);
        }
        finally
        {
            _jobs.TryRemove(import, out _);
            job.Dispose();
        }
    }

    /// <summary>Keeps the key of the text that says why the work ended.</summary>
    private async Task Remember(MunicipalityCode municipality, Guid import, string failure)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Municipality = municipality;
        await scope.ServiceProvider.GetRequiredService<MestringDb>().Imports.Where(i => i.Id == import && i.Failure == "").ExecuteUpdateAsync(i => i.SetProperty(x => x.Failure, failure));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} failed; nothing of it was written")]
    private static partial void Failed(ILogger log, Guid import, Exception e);
}
