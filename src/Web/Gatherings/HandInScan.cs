using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace Mestring.Web.Gatherings;

/// <summary>
/// Looks for national identity numbers in the text of a file: as a stream, a piece at a time, one file at a time in a process. What cannot
/// be read this way is named in docs/adr/0010-hand-ins-are-outside-release.md.
/// </summary>
internal static class HandInScan
{
    /// <summary>Bytes unpacked at most from one file, and signs of one part: more is not an ordinary document.</summary>
    private const int MostUnpacked = 48 * 1024 * 1024;
    private const int MostInPart = 16 * 1024 * 1024;

    /// <summary>Packed streams of a PDF: pages, fonts and pictures of a document of this size are some thousand.</summary>
    private const int MostStreams = 20_000;
    private const int Piece = 8 * 1024;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal) { "p", "si", "is", "c", "v", "row", "tc", "tab", "br" };
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Whether the file holds a national identity number; null when it cannot be opened and should be refused.</summary>
    public static async Task<bool?> HoldsIdentityNumber(byte[] content, HandInFormat format, CancellationToken ct)
    {
        await OneAtATime.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Look(content, format, ct), ct);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return null;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static bool Look(byte[] content, HandInFormat format, CancellationToken ct) => format switch
    {
        { IsText: true } => Text(content, Utf8.IsValid(content) ? Encoding.UTF8 : Encoding.Latin1, ct),
        { IsOffice: true } => Office(content, ct),
        _ when format == HandInFormat.Pdf => Text(content, Encoding.Latin1, ct) || Pdf(content, ct),
        _ => Text(content, Encoding.Latin1, ct),
    };

    private static bool Text(byte[] content, Encoding encoding, CancellationToken ct)
    {
        var (scan, decoder, signs) = (new IdentityNumberScan(), encoding.GetDecoder(), new char[Piece]);
        for (var from = 0; from < content.Length && !scan.Found; from += Piece)
        {
            ct.ThrowIfCancellationRequested();
            var bytes = content.AsSpan(from, Math.Min(Piece, content.Length - from));
            scan.Add(signs.AsSpan(0, decoder.GetChars(bytes, signs, flush: from + Piece >= content.Length)));
        }

        return scan.End();
    }

    private static bool Office(byte[] content, CancellationToken ct)
    {
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        var left = MostUnpacked;
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var open = entry.Open();
#pragma warning disable CA2000 // It owns nothing, and is disposed of at the end of the round.
            using var part = new BoundedStream(open, left, ct);
#pragma warning restore CA2000
            if (Part(part))
            {
                return true;
            }

            left -= part.BytesRead;
        }

        return false;
    }

    /// <summary>
    /// The text of one part. Word splits a word into runs anywhere, so runs are put together and only paragraphs, cells
    /// and breaks part them. A spreadsheet cell holds a number without its leading zero, so it is tried with one too.
    /// </summary>
    private static bool Part(BoundedStream part)
    {
        var (words, attributes, signs) = (new IdentityNumberScan(), new IdentityNumberScan(), new char[Piece]);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostInPart };
        using var reader = XmlReader.Create(part, settings);
        while (!words.Found && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    var length = reader.ReadValueChunk(signs, 0, Piece);
                    words.Add(signs.AsSpan(0, length));
                    if (length is 10 && !signs.AsSpan(0, length).ContainsAnyExceptInRange('0', '9'))
                    {
                        words.Add('\n');
                        words.Add('0');
                        words.Add(signs.AsSpan(0, length));
                    }

                    while (length == Piece && (length = reader.ReadValueChunk(signs, 0, Piece)) > 0)
                    {
                        words.Add(signs.AsSpan(0, length));
                    }

                    break;
                case XmlNodeType.Element when reader.HasAttributes:
                    var ends = reader.IsEmptyElement && Blocks.Contains(reader.LocalName);
                    while (reader.MoveToNextAttribute())
                    {
                        attributes.Add(reader.Value);
                        attributes.Add(" \n \n");
                    }

                    words.Add(ends ? "\n" : "");
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when Blocks.Contains(reader.LocalName):
                    words.Add('\n');
                    break;
            }
        }

        return words.End() || attributes.End();
    }

    /// <summary>What the packed streams of a PDF hold, as it is and as the pages show it.</summary>
    private static bool Pdf(byte[] content, CancellationToken ct)
    {
        var (left, streams, at) = (MostUnpacked, 0, 0);
        while (NextStream(content, ref at) is { Length: > 0 } packed)
        {
            if (++streams > MostStreams)
            {
                throw new InvalidDataException("The file holds more streams than an ordinary document.");
            }

            using var bytes = new MemoryStream(content, packed.Start, packed.Length);
            using var zlib = new ZLibStream(bytes, CompressionMode.Decompress);
            using var stream = new BoundedStream(zlib, left, ct);
            if (Unpacked(stream))
            {
                return true;
            }

            left -= stream.BytesRead;
        }

        return false;
    }

    private static bool Unpacked(BoundedStream stream)
    {
        var (raw, shown, bytes, signs) = (new IdentityNumberScan(), new IdentityNumberScan(), new byte[Piece], new char[Piece]);
        var page = new PdfShownText(shown);
        try
        {
            for (int read; !raw.Found && !shown.Found && (read = stream.Read(bytes)) > 0;)
            {
                raw.Add(signs.AsSpan(0, Encoding.Latin1.GetChars(bytes.AsSpan(0, read), signs)));
                page.Add(bytes.AsSpan(0, read));
            }
        }
        catch (InvalidDataException) when (!stream.IsOver)
        {
            // Not packed after all, or cut off: what could be read of it was looked at.
        }

        return raw.End() || shown.End();
    }

    /// <summary>The next stream that begins as packed ones do, up to the word that ends it.</summary>
    private static Slice? NextStream(byte[] content, ref int at)
    {
        while (content.AsSpan(at).IndexOf("stream"u8) is >= 0 and var found)
        {
            var start = at + found + "stream"u8.Length;
            start += start + 1 < content.Length && content[start] is (byte)'\r' && content[start + 1] is (byte)'\n' ? 2 : start < content.Length && content[start] is (byte)'\n' or (byte)'\r' ? 1 : 0;
            at = start;
            if (start + 2 < content.Length && (content[start] & 0x0F) is 8 && ((content[start] << 8) | content[start + 1]) % 31 is 0)
            {
                var length = content.AsSpan(start).IndexOf("endstream"u8) is >= 0 and var end ? end : content.Length - start;
                at = start + length;
                return new Slice(start, length);
            }
        }

        return null;
    }

    private sealed record Slice(int Start, int Length);
}
