using System.Buffers.Binary;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Counts the parts of an archive before it is opened, for opening makes an object of each.</summary>
/// <remarks>PKWARE APPNOTE 4.3.12 and 4.3.16.</remarks>
internal static class CentralDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int HeaderLength = 46;

    /// <exception cref="TableException">There are more parts than <paramref name="parts"/>, or the directory cannot be followed.</exception>
    internal static void Check(Stream stream, int parts)
    {
        var end = new byte[(int)Math.Min(EndLength + LongestComment, stream.Length)];
        stream.Position = stream.Length - end.Length;
        stream.ReadExactly(end);
        var at = end.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndLength > end.Length)
        {
            throw Damaged();
        }

        long offset = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 16));
        Span<byte> header = stackalloc byte[HeaderLength];
        for (var count = 0; offset + HeaderLength <= stream.Length; count++)
        {
            stream.Position = offset;
            stream.ReadExactly(header);
            if (!header.StartsWith("PK\u0001\u0002"u8))
            {
                break;
            }

            if (count == parts)
            {
                throw new TableException(TableFault.TooLarge, null, null, $"the workbook has more than {parts.ToString(System.Globalization.CultureInfo.InvariantCulture)} parts.", "Copy the sheet into a new workbook.");
            }

            offset += HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        stream.Position = 0;
    }

    internal static TableException Damaged() => new(TableFault.Damaged, null, null, "the workbook is damaged.", "Open it in Excel or LibreOffice, save it again and try once more.");
}
