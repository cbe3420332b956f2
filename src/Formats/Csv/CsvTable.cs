using System.Globalization;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Csv;

/// <summary>A file with a header and rows, all of the same number of columns.</summary>
public sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(IReadOnlyList<string> header, char separator, IReadOnlyList<CsvRow> rows, Dictionary<string, int> columns)
    {
        (Header, Separator, Rows, _columns) = (header, separator, rows, columns);
    }

    /// <summary>Names of the columns as written, spaces around removed.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Comma or semicolon, as the header shows.</summary>
    public char Separator { get; }

    /// <summary>The rows, blank lines left out.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads UTF-8 with or without byte order mark, comma or semicolon, quotation marks where a field needs them.</summary>
    /// <exception cref="TableException">The file is empty, of another encoding, ragged, too long in one row or has a column twice.</exception>
    public static CsvTable Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var parser = new CsvParser(new CsvCharacters(stream));
        var header = parser.ReadHeader() ?? throw new TableException(TableFault.Empty, 1, null, "the file is empty.", "The first line must name the columns.");
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Fields.Count; i++)
        {
            if (header.Fields[i].Length > 0 && !columns.TryAdd(header.Fields[i], i))
            {
                throw new TableException(TableFault.Columns, header.Line, header.Fields[i], "the name stands twice in the header.", "Give each column its own name.");
            }
        }

        parser.Names = header.Fields;
        var rows = new List<CsvRow>();
        while (parser.ReadRow() is { } row)
        {
            if (row.Fields.Count != header.Fields.Count)
            {
                throw Ragged(row, header.Fields);
            }

            rows.Add(row);
        }

        return new CsvTable(header.Fields, parser.Separator, rows, columns);
    }

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string name) => _columns.ContainsKey(name);

    /// <summary>The index of the column named <paramref name="name"/>.</summary>
    /// <exception cref="TableException">There is none.</exception>
    public int Column(string name) => _columns.TryGetValue(name, out var index)
        ? index
        : throw new TableException(TableFault.Columns, 1, name, "the column is missing.", $"The header has: {string.Join(", ", Header)}. Add the column or correct its name.");

    private static TableException Ragged(CsvRow row, IReadOnlyList<string> header)
    {
        var (has, wants) = (row.Fields.Count, header.Count);
        return new TableException(
            TableFault.Columns,
            row.Line,
            has < wants ? header[has] : (wants + 1).ToString(CultureInfo.InvariantCulture),
            $"the row has {has.ToString(CultureInfo.InvariantCulture)} fields where the header has {wants.ToString(CultureInfo.InvariantCulture)}.",
            "Add or remove separators, and put texts that contain one in quotation marks.");
    }
}
