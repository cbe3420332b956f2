using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Csv;

/// <summary>Finds out how the letters of a text file are written: UTF-8, UTF-16 either way round, or Windows-1252.</summary>
public static class CsvEncoding
{
    private const string SaveAsUtf8 = "Save the file as CSV in UTF-8 and try again.";
    private static readonly SearchValues<byte> NotIn1252 = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    /// <summary>Reads the whole file once, then goes back to its beginning.</summary>
    /// <exception cref="TableException">Some letters are UTF-8 and some are not, or they are in none of the encodings, or the file is no text.</exception>
    public static Encoding Detect(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Position = 0;
        var bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var first = stream.ReadAtLeast(bytes, 4096, throwOnEndOfStream: false);
            return IsOther(bytes.AsSpan(0, first))
                ? throw new TableException(TableFault.NotATable, null, null, "the file is a document, a picture or a web page.", "Save it as an Excel workbook (.xlsx) or as CSV.")
                : Marked(bytes.AsSpan(0, first)) ?? Unmarked(stream, bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            stream.Position = 0;
        }
    }

    /// <summary>Whether it begins as files of another kind do, some of which are text all the same.</summary>
    private static bool IsOther(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) || start is [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] || start.StartsWith("GIF8"u8) || start.StartsWith("{\\rtf"u8)
        || start.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>A byte order mark, or every other byte NUL as in UTF-16 of Western letters.</summary>
    private static Encoding? Marked(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble))
        {
            return StrictUtf8();
        }

        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return StrictUtf16(bigEndian: start[0] == 0xFE);
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        // A Norwegian table in UTF-16 is nearly all letters below 256; a NUL in one place may be any damaged file.
        var pairs = start.Length / 2;
        return pairs < 2 ? null
            : odd * 10 >= pairs * 8 && even == 0 ? StrictUtf16(bigEndian: false)
            : even * 10 >= pairs * 8 && odd == 0 ? StrictUtf16(bigEndian: true)
            : null;
    }

    private static Encoding Unmarked(Stream stream, byte[] bytes)
    {
        stream.Position = 0;
        var (kept, line, other, wide, impossible) = (0, 1, 0, 0, 0);
        while (stream.Read(bytes, kept, bytes.Length - kept) is var read and > 0)
        {
            var rest = bytes.AsSpan(0, kept + read);
            if (Utf8.IsValid(rest))
            {
                // Only the common case is quick; what follows counts byte by byte.
                wide += Ascii.IsValid(rest) ? 0 : 1;
                line += rest.Count((byte)'\n');
                kept = 0;
                continue;
            }

            while (rest.Length > 0)
            {
                var status = Rune.DecodeFromUtf8(rest, out _, out var length);
                if (status == OperationStatus.NeedMoreData)
                {
                    break;
                }

                line += rest[0] == '\n' ? 1 : 0;
                if (status == OperationStatus.Done)
                {
                    wide += length > 1 ? 1 : 0;
                }
                else
                {
                    length = 1;
                    other = other == 0 ? line : other;
                    impossible = impossible == 0 && NotIn1252.Contains(rest[0]) ? line : impossible;
                }

                rest = rest[length..];
            }

            kept = rest.Length;
            rest.CopyTo(bytes);
        }

        other = other == 0 && kept > 0 ? line : other;
        if (other == 0)
        {
            return StrictUtf8();
        }

        // Two letters of Windows-1252 that also make one of UTF-8 hardly stand side by side in a word.
        if (wide > 0)
        {
            throw new TableException(TableFault.Encoding, other, null, "some letters of the file are UTF-8 and some are not.", SaveAsUtf8);
        }

        return impossible == 0
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!
            : throw new TableException(TableFault.Encoding, impossible, null, "a letter there is neither UTF-8 nor Windows-1252.", SaveAsUtf8);
    }

    private static UTF8Encoding StrictUtf8() => new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static UnicodeEncoding StrictUtf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);
}
