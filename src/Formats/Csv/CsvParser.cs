using System.Globalization;
using System.Text;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Csv;

/// <summary>Splits a file into rows of fields; no row may be longer than <see cref="LongestRow"/>, so memory is bounded.</summary>
/// <remarks>RFC 4180, with semicolon as a second separator and line feeds alone as line ends.</remarks>
internal sealed class CsvParser(CsvCharacters characters)
{
    internal const int LongestRow = 1_000_000;
    private readonly StringBuilder _field = new();
    private int _length;

    /// <summary>What stands between columns; <see cref="ReadHeader"/> sets it to comma or semicolon.</summary>
    internal char Separator { get; set; } = ',';

    /// <summary>Names of columns, for messages.</summary>
    internal IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>The first line with text, and the separator it shows; null for an empty file.</summary>
    internal CsvRow? ReadHeader()
    {
        // Both separators are tried on the text of the line, so the line is read as one field of a separator that cannot occur.
        Separator = '\uFFFF';
        if (ReadRow(raw: true) is not { } line)
        {
            return null;
        }

        var text = line.Fields[0];
        var unquoted = WithoutQuoted(text);
        var (commas, semicolons) = (unquoted.Count(c => c == ','), unquoted.Count(c => c == ';'));
        if (commas + semicolons == 0 && unquoted.Contains('\t', StringComparison.Ordinal))
        {
            throw new TableException(TableFault.NotATable, line.Line, null, "the columns are separated by tabs.", "Save the file with comma or semicolon between columns.");
        }

        var separator = semicolons > commas ? ';' : ',';
        var inner = new CsvParser(new CsvCharacters(new MemoryStream(Encoding.UTF8.GetBytes(text)))) { Separator = separator };
        Separator = separator;
        return inner.ReadRow() is { } row ? row with { Line = line.Line } : null;
    }

    /// <summary>The next row that is not blank, or null at the end.</summary>
    /// <param name="raw">Keep quotation marks, and only use them to tell which line ends stand inside a field.</param>
    internal CsvRow? ReadRow(bool raw = false)
    {
        while (characters.Peek() >= 0)
        {
            var line = characters.Line;
            _length = 0;
            var fields = new List<string>(Names.Count);
            bool more;
            do
            {
                more = ReadField(fields, line, raw);
            }
            while (more);

            if (fields.Count > 1 || fields[0].Length > 0)
            {
                return new CsvRow(line, fields);
            }
        }

        return null;
    }

    /// <summary>Reads one field; true when another follows in the row.</summary>
    private bool ReadField(List<string> fields, int line, bool raw)
    {
        _field.Clear();
        var quoted = false;
        var closed = false;
        while (true)
        {
            var character = characters.Take();
            if (character == '"' && (raw || quoted || (_field.Length == 0 && !closed)))
            {
                if (quoted && !raw && characters.Peek() == '"')
                {
                    characters.Take();
                    Append('"', fields.Count, line);
                    continue;
                }

                closed = quoted;
                quoted = !quoted;
                if (raw)
                {
                    Append('"', fields.Count, line);
                }

                continue;
            }

            if (character < 0 && quoted && !raw)
            {
                throw new TableException(TableFault.Quotation, line, Name(fields.Count), "a quotation mark opens a text that never ends.", "Close it with another quotation mark.");
            }

            if (character < 0 || (!quoted && (character == '\n' || character == Separator)))
            {
                fields.Add(_field.ToString().Trim());
                return character == Separator;
            }

            if (closed && !raw && character != ' ')
            {
                throw new TableException(TableFault.Quotation, line, Name(fields.Count), "text follows a closing quotation mark.", "Put the whole field in quotation marks and double those inside it.");
            }

            Append((char)character, fields.Count, line);
        }
    }

    private void Append(char character, int field, int line)
    {
        if (++_length > LongestRow)
        {
            throw new TableException(
                TableFault.TooLong,
                line,
                Name(field),
                $"the row is longer than {LongestRow.ToString("N0", CultureInfo.InvariantCulture)} characters.",
                "Write one row on each line; an open quotation mark can also swallow the rest of a file.");
        }

        _field.Append(character);
    }

    private string Name(int field) => field < Names.Count ? Names[field] : (field + 1).ToString(CultureInfo.InvariantCulture);

    private static string WithoutQuoted(string text)
    {
        var kept = new StringBuilder();
        var quoted = false;
        foreach (var character in text)
        {
            quoted ^= character == '"';
            kept.Append(quoted ? '_' : character);
        }

        return kept.ToString();
    }
}
