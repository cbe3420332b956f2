using System.Globalization;
using System.IO.Compression;
using System.Text;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Writes a workbook in constant memory: sheets one after the other, texts in their cells, days and numbers as such.</summary>
/// <remarks>
/// ECMA-376 part 1, 18.3 (sheets) and 18.8 (styles). A text cell is always text: no formula is ever written. A sheet holds 1 048 576 rows; those
/// beyond go on in another of its name, with a number behind and the same header.
/// </remarks>
public sealed class ExcelWriter : ITableWriter
{
    private const int MostRows = 1_048_576;
    private const int LongestText = 32_767;
    private readonly ZipArchive _archive;
    private readonly List<string> _sheets = [];
    private (string Name, IReadOnlyList<TableColumn> Columns) _begun;
    private StreamWriter? _sheet;
    private int _row;
    private int _column;
    private bool _rowIsOpen;

    /// <summary>Writes to <paramref name="stream"/>, which stays open, is written to as the rows come and need not go back.</summary>
    public ExcelWriter(Stream stream)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        ExcelParts.WriteFirst(_archive);
    }

    /// <inheritdoc/>
    public void Begin(string sheet, IReadOnlyList<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count, nameof(columns));
        EndSheet();
        _begun = (sheet, columns);
        _sheets.Add(ExcelParts.SheetName(sheet, _sheets));
        _sheet = ExcelParts.Open(_archive, $"xl/worksheets/sheet{_sheets.Count.ToString(CultureInfo.InvariantCulture)}.xml");
        _sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">");
        _sheet.Write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < columns.Count; i++)
        {
            _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>"));
        }

        _sheet.Write("</cols><sheetData>");
        (_row, _column) = (0, 0);
        foreach (var column in columns)
        {
            WriteText(column.Name, ExcelParts.HeaderStyle);
        }

        EndRow();
    }

    /// <inheritdoc/>
    public void Text(string? value) => WriteText(value, ExcelParts.TextStyle);

    /// <inheritdoc/>
    public void Number(decimal? value)
    {
        if (value is { } number)
        {
            Cell("<c r=\"", null);
            _sheet!.Write("><v>");
            WriteInvariant(number);
            _sheet.Write("</v></c>");
        }

        _column++;
    }

    /// <inheritdoc/>
    public void Day(DateOnly? value)
    {
        // Excel has no days before 1900; such a day stands as text.
        if (value is { Year: < 1900 } early)
        {
            WriteText(early.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ExcelParts.TextStyle);
            return;
        }

        if (value is { } day)
        {
            Cell("<c r=\"", ExcelParts.DayStyle);
            _sheet!.Write("><v>");
            WriteInvariant(ExcelDay.Number(day));
            _sheet.Write("</v></c>");
        }

        _column++;
    }

    /// <inheritdoc/>
    public void EndRow()
    {
        if (_rowIsOpen)
        {
            _sheet!.Write("</row>");
        }

        (_rowIsOpen, _column, _row) = (false, 0, _row + 1);
    }

    /// <summary>Ends the file; the stream stays open.</summary>
    public void Dispose()
    {
        EndSheet();
        if (_sheets.Count > 0)
        {
            ExcelParts.WriteLast(_archive, _sheets);
        }

        _archive.Dispose();
    }

    private void WriteText(string? value, char style)
    {
        if (!string.IsNullOrEmpty(value))
        {
            if (value.Length > LongestText)
            {
                throw new ArgumentException($"A cell holds {LongestText.ToString(CultureInfo.InvariantCulture)} letters, not {value.Length.ToString(CultureInfo.InvariantCulture)}.", nameof(value));
            }

            Cell("<c t=\"inlineStr\" r=\"", style);
            _sheet!.Write("><is><t xml:space=\"preserve\">");
            ExcelText.Write(_sheet, value);
            _sheet.Write("</t></is></c>");
        }

        _column++;
    }

    /// <summary>Begins a cell, and its row where it is the first written there.</summary>
    private void Cell(string start, char? style)
    {
        if (!_rowIsOpen)
        {
            OpenRow();
        }

        var sheet = _sheet!;

        sheet.Write(start);
        ExcelText.WriteLetters(sheet, _column);
        WriteInvariant(_row + 1);
        sheet.Write('"');
        if (style is { } number)
        {
            sheet.Write(" s=\"");
            sheet.Write(number);
            sheet.Write('"');
        }
    }

    private void OpenRow()
    {
        if (_row >= MostRows)
        {
            var column = _column;
            Begin(_begun.Name, _begun.Columns);
            _column = column;
        }

        var sheet = _sheet ?? throw new InvalidOperationException("Begin a sheet first.");
        sheet.Write("<row r=\"");
        WriteInvariant(_row + 1);
        sheet.Write("\">");
        _rowIsOpen = true;
    }

    private void WriteInvariant<T>(T value)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[40];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        _sheet!.Write(text[..length]);
    }

    private void EndSheet()
    {
        _sheet?.Write("</sheetData></worksheet>");
        _sheet?.Dispose();
        _sheet = null;
    }
}
