using System.Buffers.Binary;

namespace Mestring.Core.Measures;

/// <summary>Reads what <see cref="OutcomeWriter"/> wrote.</summary>
internal ref struct OutcomeReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw CutShort();

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _bytes.Length - _at)
        {
            throw CutShort();
        }

        var there = _bytes.Slice(_at, count);
        _at += count;
        return there;
    }

    public int Whole()
    {
        var value = (uint)Long();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public int? Optional() => Long() switch
    {
        0 => null,
        var value when (value & 1) == 1 => (int)(value >> 1),
        var value => (int)-(long)(value >> 1),
    };

    public DateOnly? Day(DateOnly from) => Optional() is { } days ? from.AddDays(days) : null;

    public double? Real()
    {
        switch (Byte())
        {
            case 0:
                return null;
            case 1:
                var value = Long();
                var scaled = (value & 1) == 1 ? -(double)((value + 1) >> 1) : value >> 1;
                return scaled / OutcomeWriter.Scale;
            default:
                return BinaryPrimitives.ReadDoubleLittleEndian(Bytes(sizeof(double)));
        }
    }

    /// <summary>Room for as many as are announced; every one takes at least a byte, so that false counts ask for no memory.</summary>
    public T[] Many<T>()
    {
        var count = Whole();
        return count == 0 ? [] : count > 0 && count <= _bytes.Length - _at ? new T[count] : throw CutShort();
    }

    private ulong Long()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw CutShort();
    }

    private static FormatException CutShort() => new("A stored course is cut short. Write it anew from its rows.");
}
