namespace Mestring.Web.Imports;

/// <summary>Work on one import in this process: how far it is, and the way to stop it.</summary>
internal sealed class ImportJob : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop;
    private bool _ended;
    private int _done;

    /// <param name="ct">Stops it too.</param>
    public ImportJob(CancellationToken ct = default) => _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);

    /// <summary>Rows that are done.</summary>
    public int Done
    {
        get => Volatile.Read(ref _done);
        set => Volatile.Write(ref _done, value);
    }

    public CancellationToken Stopped => _stop.Token;

    /// <summary>Stops it; does nothing when it has ended.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _stop.Cancel();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _stop.Dispose();
        }
    }
}
