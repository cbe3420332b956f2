using System.Buffers.Binary;

namespace Mestring.Web.Imports;

/// <summary>
/// Ids of what an import makes, growing with the row it comes from: rows of a table then lie in the order they are written in, and the database
/// writes each page once.
/// </summary>
/// <remarks>RFC 9562, version 7 with a counter in the twelve bits behind the time (6.2, method 1); what does not fit is added to the milliseconds.</remarks>
internal static class RowIds
{
    private const int Bits = 12;

    public static Guid At(DateTimeOffset now, int row)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(now.AddMilliseconds(row >> Bits)).TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (row & ((1 << Bits) - 1))));
        return new Guid(bytes, bigEndian: true);
    }
}
