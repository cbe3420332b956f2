using System.Collections.Concurrent;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>
/// Imports at work in this process, so that a page can show how far they are and stop them. Whether one is done, and whether somebody works on
/// it (see <see cref="ImportLease"/>), stands in the database: an instance that is asked about another's work only misses the number of rows.
/// </summary>
internal sealed partial class ImportJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportJobs> log)
{
    /// <summary>How long a request waits before it shows progress instead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, Job> _jobs = new();

    /// <summary>The work on an import; null when there is none, or when it ended well.</summary>
    public Job? Find(Guid import) => _jobs.GetValueOrDefault(import);

    public void Stop(Guid import) => Find(import)?.Stop.Cancel();

    /// <summary>Begins work on an import unless there is some, and waits a little for it.</summary>
    public async Task Run(MunicipalityCode municipality, Guid import, int rows, Func<IServiceProvider, Job, CancellationToken, Task> work)
    {
        var job = _jobs.AddOrUpdate(import, _ => Begin(), (_, before) => before.Work.IsCompleted ? Begin() : before);
        await Task.WhenAny(job.Work, Task.Delay(Patience));

        Job Begin() => new(rows, self => Task.Run(() => Work(municipality, import, self, work)));
    }

    private async Task Work(MunicipalityCode municipality, Guid import, Job job, Func<IServiceProvider, Job, CancellationToken, Task> work)
    {
        try
        {
            if (await Alone(municipality, import, job, work))
            {
                _jobs.TryRemove(import, out _);
            }
            else
            {
                job.Failure = "imports.elsewhere";
            }
        }
        catch (OperationCanceledException)
        {
            job.Failure = "imports.stopped";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            job.Failure = e is Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException ? "imports.changed-meanwhile" : "imports.failed";
            Failed(log, import, e);
        }
    }

    /// <summary>Does the work while nobody else does.</summary>
    /// <returns>False when somebody does.</returns>
    private async Task<bool> Alone(MunicipalityCode municipality, Guid import, Job job, Func<IServiceProvider, Job, CancellationToken, Task> work)
    {
        await using var lease = await ImportLease.Take(scopes, clock, import);
        if (lease is null)
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Municipality = municipality;
        await work(scope.ServiceProvider, job, job.Stop.Token);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} failed; nothing of it was written")]
    private static partial void Failed(ILogger log, Guid import, Exception e);

    /// <summary>Work on one import.</summary>
    internal sealed class Job(int rows, Func<Job, Task> begin)
    {
        private Task? _work;
        private int _done;

        public int Rows => rows;

        public int Done
        {
            get => Volatile.Read(ref _done);
            set => Volatile.Write(ref _done, value);
        }

        /// <summary>The key of the text that says why it ended; null while it goes well.</summary>
        public string? Failure { get; set; }

        public CancellationTokenSource Stop { get; } = new();

        public bool IsRunning => !Work.IsCompleted;

        public Task Work
        {
            get
            {
                lock (Stop)
                {
                    return _work ??= begin(this);
                }
            }
        }
    }
}
