using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Mestring.Core.Disclosure;

namespace Mestring.Web.Gatherings;

/// <summary>Looks for national identity numbers in the text of a file. What cannot be read this way is named in docs/adr/0010-hand-ins-are-outside-release.md.</summary>
internal static partial class HandInScan
{
    /// <summary>Bytes unpacked at most from one file: more is not an ordinary document.</summary>
    private const int MostUnpacked = 80 * 1024 * 1024;

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal) { "p", "si", "is", "c", "v", "row", "tc", "tab", "br" };

    /// <summary>Whether the file holds a national identity number; null when it cannot be opened and should be refused.</summary>
    public static bool? HoldsIdentityNumber(byte[] content, HandInFormat format)
    {
        try
        {
            return format switch
            {
                { IsText: true } => NationalIdentityNumber.IsIn(HandInFormat.Decode(content)),
                { IsOffice: true } => Office(content),
                _ when format == HandInFormat.Pdf => Pdf(content),
                _ => NationalIdentityNumber.IsIn(Encoding.Latin1.GetString(content)),
            };
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return null;
        }
    }

    private static bool Office(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        var left = MostUnpacked;
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = entry.Open();
            var part = Unpack(stream, ref left);
            if (NationalIdentityNumber.IsIn(Words(part)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The text of one part. Word splits a word into runs anywhere, so runs are put together and only paragraphs, cells
    /// and breaks part them. A spreadsheet cell holds a number without its leading zero, so it is tried with one too.
    /// </summary>
    private static string Words(byte[] xml)
    {
        var words = new StringBuilder();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostUnpacked };
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    words.Append(reader.Value);
                    if (reader.Value is { Length: 10 } short_ && short_.All(char.IsAsciiDigit))
                    {
                        words.Append('\n').Append('0').Append(short_);
                    }

                    break;
                case XmlNodeType.Element when reader.HasAttributes:
                    var ends = reader.IsEmptyElement && Blocks.Contains(reader.LocalName);
                    while (reader.MoveToNextAttribute())
                    {
                        if (NationalIdentityNumber.IsIn(reader.Value))
                        {
                            return reader.Value;
                        }
                    }

                    words.Append(ends ? "\n" : string.Empty);
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when Blocks.Contains(reader.LocalName):
                    words.Append('\n');
                    break;
            }
        }

        return words.ToString();
    }

    /// <summary>A PDF as it is, and the text that its unpacked streams show with readable letters.</summary>
    private static bool Pdf(byte[] content)
    {
        var raw = Encoding.Latin1.GetString(content);
        if (NationalIdentityNumber.IsIn(raw))
        {
            return true;
        }

        var left = MostUnpacked;
        foreach (Match start in StreamStart().Matches(raw))
        {
            var from = start.Index + start.Length;
            string text;
            try
            {
                using var packed = new ZLibStream(new MemoryStream(content, from, content.Length - from), CompressionMode.Decompress);
                text = Encoding.Latin1.GetString(Unpack(packed, ref left));
            }
            catch (InvalidDataException)
            {
                continue;
            }

            if (NationalIdentityNumber.IsIn(text) || NationalIdentityNumber.IsIn(Shown(text)))
            {
                return true;
            }

            if (left <= 0)
            {
                throw new InvalidDataException("The file unpacks to more than an ordinary document.");
            }
        }

        return false;
    }

    /// <summary>The letters that a page shows: the strings of one array belong together, whatever the spacing between them.</summary>
    private static string Shown(string stream) => string.Join('\n', ShownText().Matches(stream).Select(m => string.Concat(Literal().Matches(m.Value).Select(l => l.Groups["text"].Value))));

    private static byte[] Unpack(Stream packed, ref int left)
    {
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            left -= read;
            if (left < 0)
            {
                throw new InvalidDataException("The file unpacks to more than an ordinary document.");
            }

            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }

    [GeneratedRegex(@"(?<!end)stream\r?\n", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StreamStart();

    [GeneratedRegex(@"\[[^\]]*\]\s*TJ|\((?:[^()\\]|\\.)*\)\s*(?:Tj|'|"")", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ShownText();

    [GeneratedRegex(@"\((?<text>(?:[^()\\]|\\.)*)\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Literal();
}
