using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>A part of a workbook as it is unpacked. Counts what comes out, and refuses markup so long that it would have to be held in memory.</summary>
internal sealed class UnpackedStream(Stream inner, Allowance allowance) : Stream
{
    private const int LongestMarkup = 1_000_000;
    private int _sinceMarkup;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        allowance.Take(read);

        // '<' stands neither in an attribute nor in plain text, so between two of them lies one token.
        var last = buffer[..read].LastIndexOf((byte)'<');
        _sinceMarkup = last < 0 ? _sinceMarkup + read : read - last;
        return _sinceMarkup <= LongestMarkup
            ? read
            : throw new TableException(TableFault.TooLong, null, null, "a piece of text in the workbook is longer than a million letters.", "Shorten it.");
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
