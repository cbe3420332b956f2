using System.Buffers.Binary;

namespace Mestring.Core.Measures;

/// <summary>Writes numbers short: whole ones in seven bits a byte, decimals of up to four places as whole ones, what is missing in one byte.</summary>
internal struct OutcomeWriter()
{
    /// <summary>Decimals are tried as so many parts of one before all eight bytes are spent.</summary>
    internal const double Scale = 10_000;

    /// <summary>The largest number that is scaled; beyond it a scaled number would not be exact.</summary>
    private const double Limit = 1_000_000;

    private byte[] _bytes = new byte[256];
    private int _used;

    public readonly byte[] ToArray() => _bytes[.._used];

    public void Byte(byte value)
    {
        Room(1);
        _bytes[_used++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> values)
    {
        Room(values.Length);
        values.CopyTo(_bytes.AsSpan(_used));
        _used += values.Length;
    }

    /// <summary>A number of either sign, small ones in one byte.</summary>
    public void Whole(int value) => Unsigned((uint)((value << 1) ^ (value >> 31)));

    /// <summary>A number of either sign that may be missing.</summary>
    public void Optional(int? value) => Long(value is { } there ? there < 0 ? -2L * there : (2L * there) + 1 : 0);

    /// <summary>A day as so many from another.</summary>
    public void Day(DateOnly? day, DateOnly from) => Optional(day is { } there ? there.DayNumber - from.DayNumber : null);

    /// <summary>A decimal number that may be missing, kept bit by bit.</summary>
    public void Real(double? value)
    {
        if (value is not { } there)
        {
            Byte(0);
        }
        else if (Math.Abs(there) < Limit && (long)Math.Round(there * Scale) is var scaled && BitConverter.DoubleToInt64Bits(scaled / Scale) == BitConverter.DoubleToInt64Bits(there))
        {
            Byte(1);
            Long(scaled < 0 ? (-2 * scaled) - 1 : 2 * scaled);
        }
        else
        {
            Byte(2);
            Room(sizeof(double));
            BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(_used), there);
            _used += sizeof(double);
        }
    }

    private void Unsigned(uint value) => Long(value);

    private void Long(long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((byte)(rest | 0x80));
        }

        Byte((byte)rest);
    }

    private void Room(int more)
    {
        if (_used + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + more));
        }
    }
}
