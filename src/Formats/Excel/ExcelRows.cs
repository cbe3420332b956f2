using System.Globalization;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Rows of one sheet, read forward. A formula is refused, for its value is only what the last program worked out.</summary>
internal sealed class ExcelRows : ITableReader
{
    private const int LastRow = 1_048_576;
    private readonly PartXml _part;
    private readonly CellReader _cells;
    private readonly List<TableCell> _row = [];
    private int _number;
    private int _rows;
    private bool _ended;

    internal ExcelRows(Package package, string part, string sheet, CellReader cells)
    {
        _part = package.Xml(part) ?? throw CentralDirectory.Damaged();
        (Sheet, _cells) = (sheet, cells);
        while (_part.Read())
        {
            if (_part.Starts("sheetData"))
            {
                _ended = _part.IsEmpty;
                return;
            }
        }

        _ended = true;
    }

    public string Sheet { get; }

    public TableRow? Read()
    {
        while (!_ended && _part.Read())
        {
            if (_part.Ends("sheetData"))
            {
                break;
            }

            if (_part.Starts("row"))
            {
                _number = RowNumber();
                ReadCells();
                if (_row.Count > 0)
                {
                    return ++_rows <= _cells.Limits.Rows
                        ? new TableRow(_number, [.. _row])
                        : throw Refuse(TableFault.TooManyRows, null, $"the sheet has more than {_cells.Limits.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows.", "Split it and read one part after the other.");
                }
            }
        }

        _ended = true;
        return null;
    }

    public void Dispose() => _part.Dispose();

    private int RowNumber()
    {
        if (_part.Attribute("r") is not { } written)
        {
            return _number + 1;
        }

        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > _number && row <= LastRow ? row : throw CentralDirectory.Damaged();
    }

    /// <summary>Reads the cells of a row into <see cref="_row"/>, up to the last that is not blank.</summary>
    private void ReadCells()
    {
        _row.Clear();
        if (_part.IsEmpty)
        {
            return;
        }

        var depth = _part.Depth;
        var column = -1;
        while (_part.Read() && !_part.EndsAt(depth))
        {
            if (_part.Starts("c"))
            {
                column = Column(column);
                var cell = ReadCell(column);
                if (cell.IsBlank)
                {
                    continue;
                }

                if (column >= _cells.Limits.Columns)
                {
                    throw Refuse(
                        TableFault.TooManyColumns,
                        column,
                        $"the sheet has more than {_cells.Limits.Columns.ToString(CultureInfo.InvariantCulture)} columns.",
                        "Delete the columns that are not needed.");
                }

                while (_row.Count < column)
                {
                    _row.Add(default);
                }

                _row.Add(cell);
            }
        }
    }

    /// <summary>The column the cell's address names, such as AB in AB12, counted from 0; the next where it has none.</summary>
    private int Column(int before)
    {
        if (_part.Attribute("r") is not { } address)
        {
            return before + 1;
        }

        var column = 0;
        foreach (var letter in address)
        {
            if (letter is < 'A' or > 'Z')
            {
                break;
            }

            column = (column * 26) + (letter - 'A' + 1);
            if (column > 16_384)
            {
                throw CentralDirectory.Damaged();
            }
        }

        return column - 1 > before ? column - 1 : throw CentralDirectory.Damaged();
    }

    private TableCell ReadCell(int column)
    {
        var (type, style, depth) = (_part.Attribute("t"), _part.Attribute("s"), _part.Depth);
        if (_part.IsEmpty)
        {
            return default;
        }

        TableCell? cell = default(TableCell);
        while (_part.Read() && !_part.EndsAt(depth))
        {
            if (_part.Starts("f"))
            {
                var formula = _part.Text(_cells.Limits.Cell);
                throw Refuse(
                    TableFault.Formula,
                    column,
                    $"a formula stood in cell {TableColumn.Letter(column)}{_number.ToString(CultureInfo.InvariantCulture)}{(string.IsNullOrEmpty(formula) ? string.Empty : $": {TableException.Quote("=" + formula)}")}.",
                    "Copy the column and paste it as values.");
            }

            if (_part.Starts("v"))
            {
                cell = _cells.Read(type, style, _part.Text(_cells.Limits.Cell) ?? throw TooLong(column));
            }
            else if (_part.Starts("is"))
            {
                cell = CellReader.Text(RichText.Read(_part, _cells.Limits.Cell) ?? throw TooLong(column));
            }
        }

        return cell ?? throw Refuse(TableFault.Damaged, column, "the cell cannot be read.", "Open the workbook in Excel or LibreOffice, save it again and try once more.");
    }

    private TableException TooLong(int column) =>
        Refuse(TableFault.TooLong, column, $"the cell holds more than {_cells.Limits.Cell.ToString(CultureInfo.InvariantCulture)} letters.", "Shorten it.");

    private TableException Refuse(TableFault fault, int? column, string problem, string cure) =>
        new(fault, _number, column is { } index ? TableColumn.Letter(index) : null, problem, cure, Sheet);
}
