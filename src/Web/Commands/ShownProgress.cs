using System.Globalization;
using Mestring.Web.Imports;

namespace Mestring.Web.Commands;

/// <summary>Tells a person at a terminal every second how many rows of an import are done; says nothing into a file or a pipe.</summary>
internal sealed class ShownProgress : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _telling;

    public ShownProgress(ImportJob job, int rows) => _telling = Console.IsErrorRedirected ? Task.CompletedTask : Tell(job, rows);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _telling;
        _ended.Dispose();
    }

    private async Task Tell(ImportJob job, int rows)
    {
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                await Console.Error.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\r{job.Done} of {rows} rows"));
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteAsync("\r");
        }
    }
}
