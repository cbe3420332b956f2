namespace Mestring.Web.Gatherings;

/// <summary>Reads from a stream that unpacks, and that its owner closes, up to a number of bytes.</summary>
internal sealed class BoundedStream(Stream inner, int most, CancellationToken ct) : Stream
{
    /// <summary>Bytes read so far.</summary>
    public int BytesRead { get; private set; }

    /// <summary>Whether more than was allowed would have come.</summary>
    public bool IsOver => BytesRead > most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">More comes than was allowed.</exception>
    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        BytesRead += read;
        return IsOver ? throw new InvalidDataException("The file unpacks to more than an ordinary document.") : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
