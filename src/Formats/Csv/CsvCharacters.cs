using System.Text;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Csv;

/// <summary>Characters of a text file one at a time, read in pieces; refuses what is not such a file.</summary>
/// <param name="stream">The file from its beginning.</param>
/// <param name="encoding">How its letters are written, as <see cref="CsvEncoding"/> found out; null for UTF-8 and nothing else.</param>
internal sealed class CsvCharacters(Stream stream, Encoding? encoding = null)
{
    private const string SaveAsUtf8 = "Save the file as CSV in UTF-8 and try again.";
    private readonly byte[] _bytes = new byte[64 * 1024];
    private readonly char[] _characters = new char[(64 * 1024) + 16];
    private readonly Decoder _decoder = (encoding ?? new UTF8Encoding(false, true)).GetDecoder();
    private int _next;
    private int _count;
    private bool _started;
    private bool _ended;

    /// <summary>The line of the next character; the first is 1.</summary>
    internal int Line { get; private set; } = 1;

    /// <summary>The next character without taking it, or −1 at the end.</summary>
    internal int Peek()
    {
        while (_next == _count)
        {
            if (_ended)
            {
                return -1;
            }

            Fill();
        }

        return _characters[_next];
    }

    /// <summary>Takes the next character; a carriage return, alone or before a line feed, is a line feed.</summary>
    internal int Take()
    {
        var character = Peek();
        if (character < 0)
        {
            return -1;
        }

        _next++;
        switch (character)
        {
            case '\0':
                throw new TableException(TableFault.Encoding, Line, null, "a NUL byte stood there, so this is no text in UTF-8 (perhaps UTF-16 or a spreadsheet file).", SaveAsUtf8);
            case '\r':
                if (Peek() == '\n')
                {
                    _next++;
                }

                Line++;
                return '\n';
            case '\n':
                Line++;
                return '\n';
            default:
                return character;
        }
    }

    private void Fill()
    {
        var read = stream.ReadAtLeast(_bytes, _bytes.Length, throwOnEndOfStream: false);
        _ended = read < _bytes.Length;
        var bytes = _bytes.AsSpan(0, read);
        if (!_started)
        {
            _started = true;
            if (encoding is null && (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
            {
                throw new TableException(TableFault.Encoding, 1, null, "the file is UTF-16.", SaveAsUtf8);
            }

            if (bytes.StartsWith("PK"u8))
            {
                throw new TableException(TableFault.NotATable, 1, null, "the file is a spreadsheet or an archive.", SaveAsUtf8);
            }

            var mark = encoding is null ? Encoding.UTF8.Preamble : encoding.Preamble;
            bytes = mark.Length > 0 && bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        }

        try
        {
            _count = _decoder.GetChars(bytes, _characters, _ended);
            _next = 0;
        }
        catch (DecoderFallbackException problem)
        {
            var before = bytes[..Math.Clamp(problem.Index, 0, bytes.Length)].Count((byte)'\n');
            throw new TableException(
                TableFault.Encoding,
                Line + before,
                null,
                encoding is null ? "a letter there is not UTF-8 (perhaps the file was saved as ANSI or Windows-1252)." : $"a letter there is not {encoding.WebName}, as the rest of the file is.",
                SaveAsUtf8);
        }
    }
}
