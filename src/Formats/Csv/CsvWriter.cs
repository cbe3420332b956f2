using System.Buffers;
using System.Globalization;
using System.Text;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Csv;

/// <summary>Writes a CSV file in constant memory, in UTF-8.</summary>
/// <remarks>
/// RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it, in both forms, as OWASP advises
/// (CSV injection); a reader that wants the text takes the apostrophe away. Numbers are written as numbers, negative ones too.
/// </remarks>
/// <param name="stream">Stays open, and is written to as the rows come.</param>
/// <param name="form">For whom the file is.</param>
public sealed class CsvWriter(Stream stream, CsvForm form) : ITableWriter
{
    private const int Room = 64 * 1024;
    private static readonly SearchValues<char> _formulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private static readonly SearchValues<char> _figures = SearchValues.Create("0123456789.,");
    private readonly SearchValues<char> _quoted = SearchValues.Create(form == CsvForm.People ? ";\"\r\n\t" : ",\"\r\n\t");
    private readonly byte _separator = (byte)(form == CsvForm.People ? ';' : ',');
    private readonly bool _comma = form == CsvForm.People;
    private readonly byte[] _bytes = new byte[Room];
    private int _length;
    private bool _began;
    private bool _first = true;

    /// <summary>The text as a spreadsheet will show it and not work it out.</summary>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsFormula(text) ? "'" + text : text;
    }

    /// <summary>The text as it was before <see cref="Safe"/>.</summary>
    public static string Original(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && text[0] == '\'' && IsFormula(text.AsSpan(1)) ? text[1..] : text;
    }

    /// <inheritdoc/>
    public void Begin(string sheet, IReadOnlyList<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (_began)
        {
            throw new InvalidOperationException("A text file has one sheet.");
        }

        _began = true;
        if (_comma)
        {
            Write(Encoding.UTF8.Preamble);
        }

        foreach (var column in columns)
        {
            Text(column.Name);
        }

        EndRow();
    }

    /// <inheritdoc/>
    public void Text(string? value)
    {
        Next();
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        var text = Safe(value);
        if (text.AsSpan().ContainsAny(_quoted) || text[0] == ' ' || text[^1] == ' ')
        {
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            // A piece of text fits in the room, and never ends between the two halves of a letter.
            var piece = rest[..Math.Min(rest.Length, Room / 4)];
            piece = piece.Length < rest.Length && char.IsHighSurrogate(piece[^1]) ? piece[..^1] : piece;
            var space = Space(piece.Length * 3);
            _length += Encoding.UTF8.GetBytes(piece, space);
            rest = rest[piece.Length..];
        }
    }

    /// <inheritdoc/>
    public void Number(decimal? value)
    {
        Next();
        if (value is { } number)
        {
            var space = Space(64);
            number.TryFormat(space, out var written, default, CultureInfo.InvariantCulture);
            if (_comma && space[..written].IndexOf((byte)'.') is var point and >= 0)
            {
                space[point] = (byte)',';
            }

            _length += written;
        }
    }

    /// <inheritdoc/>
    public void Day(DateOnly? value)
    {
        Next();
        if (value is { } day)
        {
            day.TryFormat(Space(16), out var written, _comma ? "dd.MM.yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
            _length += written;
        }
    }

    /// <inheritdoc/>
    public void EndRow()
    {
        Write("\r\n"u8);
        _first = true;
    }

    /// <summary>Writes what is left; the stream stays open.</summary>
    public void Dispose() => Flush();

    /// <summary>A formula begins with one of these signs; "-5" is a number and stays one.</summary>
    private static bool IsFormula(ReadOnlySpan<char> text) =>
        text.Length > 0 && _formulaStarts.Contains(text[0]) && !(text[0] is '-' or '+' && text.Length > 1 && text[1..].IndexOfAnyExcept(_figures) < 0);

    private void Next()
    {
        if (!_first)
        {
            Space(1)[0] = _separator;
            _length++;
        }

        _first = false;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Space(bytes.Length));
        _length += bytes.Length;
    }

    private Span<byte> Space(int bytes)
    {
        if (_length + bytes > Room)
        {
            Flush();
        }

        return _bytes.AsSpan(_length);
    }

    private void Flush()
    {
        stream.Write(_bytes, 0, _length);
        _length = 0;
    }
}
