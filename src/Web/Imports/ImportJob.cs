namespace Mestring.Web.Imports;

/// <summary>Work on one import in this process: how far it is, and the way to stop it.</summary>
internal sealed class ImportJob : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _processEnds;
    private bool _ended;
    private int _done;

    /// <param name="ended">The process ends: the work is left as it stands, for the next one.</param>
    public ImportJob(CancellationToken ended = default)
    {
        _processEnds = ended;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ended);
    }

    /// <summary>Rows that are done.</summary>
    public int Done
    {
        get => Volatile.Read(ref _done);
        set => Volatile.Write(ref _done, value);
    }

    /// <summary>Somebody does not want it any more, or the process ends.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>The process ends.</summary>
    public CancellationToken Ended => _processEnds;

    /// <summary>Processors the work may take.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

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
