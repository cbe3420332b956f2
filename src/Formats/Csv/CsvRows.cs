using System.Globalization;
using System.Text;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Csv;

/// <summary>Rows of a text file as electronic records export it; encoding and separator are found out.</summary>
/// <remarks>RFC 4180 with semicolon, tab and bar as separators too, any line end, and a first line "sep=;" as Excel reads it.</remarks>
public sealed class CsvRows : ITableReader
{
    private readonly CsvParser _parser;
    private readonly TableLimits _limits;
    private int _rows;

    private CsvRows(CsvParser parser, Encoding encoding, TableLimits limits)
    {
        (_parser, Encoding, _limits) = (parser, encoding, limits);
    }

    /// <inheritdoc/>
    public string? Sheet => null;

    /// <summary>What stands between columns.</summary>
    public char Separator => _parser.Separator;

    /// <summary>How letters are written.</summary>
    public Encoding Encoding { get; }

    /// <summary>Opens a file from its beginning; the caller disposes of the stream.</summary>
    /// <param name="stream">A stream that can go back, for the file is looked through before it is read.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="TableException">The file is empty, too large, of another encoding or no text.</exception>
    public static CsvRows Open(Stream stream, TableLimits limits)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limits);
        if (stream.Length == 0)
        {
            throw new TableException(TableFault.Empty, null, null, "the file is empty.", "Export it again; the first line must name the columns.");
        }

        if (stream.Length > limits.Packed)
        {
            throw new TableException(TableFault.TooLarge, null, null, $"the file has {stream.Length.ToString("N0", CultureInfo.InvariantCulture)} bytes.", "Split it and read one part after the other.");
        }

        var encoding = CsvEncoding.Detect(stream);
        var separator = CsvSeparator.Detect(stream, encoding);
        stream.Position = 0;
        return new CsvRows(new CsvParser(new CsvCharacters(stream, encoding)) { Separator = separator }, encoding, limits);
    }

    /// <inheritdoc/>
    public TableRow? Read()
    {
        while (_parser.ReadRow() is { } row)
        {
            var filled = row.Fields.Count;
            while (filled > 0 && row.Fields[filled - 1].Length == 0)
            {
                filled--;
            }

            if (filled == 0 || (_rows == 0 && CsvSeparator.IsAnnouncement(row)))
            {
                continue;
            }

            if (filled > _limits.Columns)
            {
                throw new TableException(
                    TableFault.TooManyColumns,
                    row.Line,
                    TableColumn.Letter(_limits.Columns),
                    $"the row has more than {_limits.Columns.ToString(CultureInfo.InvariantCulture)} columns.",
                    "Leave out the columns that are not needed.");
            }

            if (++_rows > _limits.Rows)
            {
                throw new TableException(TableFault.TooManyRows, row.Line, null, $"the file has more than {_limits.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows.", "Split it and read one part after the other.");
            }

            return new TableRow(row.Line, Cells(row, filled));
        }

        return null;
    }

    /// <summary>Nothing: the caller owns the stream.</summary>
    public void Dispose()
    {
        // The reader holds nothing but the caller's stream.
    }

    private TableCell[] Cells(CsvRow row, int filled)
    {
        var cells = new TableCell[filled];
        for (var i = 0; i < filled; i++)
        {
            var text = row.Fields[i];
            cells[i] = text.Length <= _limits.Cell
                ? new TableCell(CellKind.Text, text)
                : throw new TableException(TableFault.TooLong, row.Line, TableColumn.Letter(i), $"the text has {text.Length.ToString(CultureInfo.InvariantCulture)} characters.", "Shorten it; an open quotation mark can also swallow the rest of a file.");
        }

        return cells;
    }
}
