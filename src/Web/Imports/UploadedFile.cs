using System.Text.Json;
using Mestring.Core.Disclosure;
using Mestring.Formats.Csv;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Takes the rows out of a file and keeps them; the file itself is not kept.</summary>
internal static class UploadedFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Largest = 60_000_000;

    private const int Portion = 1_000;
    private const int MostSheets = 20;
    private const int DigitsOfNumber = 11;

    private static readonly TableLimits Limits = new() { Packed = Largest, Rows = 300_000 };

    /// <summary>Keeps the import and its rows. National identity numbers are masked before anything is written, and columns of names, addresses and telephone numbers left out.</summary>
    /// <param name="db">The database.</param>
    /// <param name="import">Filled with what the file says of itself.</param>
    /// <param name="file">The file, from its beginning.</param>
    /// <param name="sheet">The sheet of a workbook; empty for the one that looks most like courses.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="TableException">The file cannot be read.</exception>
    public static async Task Keep(MestringDb db, ImportRow import, Stream file, string sheet, CancellationToken ct)
    {
        Span<byte> start = stackalloc byte[8];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (!ExcelFile.IsLikely(start))
        {
            using var rows = CsvRows.Open(file, Limits);
            await Keep(db, import, rows, ct);
            return;
        }

        using var workbook = ExcelFile.Open(file, Limits);
        using var table = workbook.Read(sheet.Length > 0 ? sheet : MostLikely(workbook));
        await Keep(db, import, table, ct);
    }

    /// <summary>The sheet shown whose header names most fields; the first shown when none does.</summary>
    private static string? MostLikely(ExcelFile workbook)
    {
        var shown = workbook.Sheets.Where(s => !s.Hidden).Take(MostSheets).ToList();
        return shown.Count < 2 ? null : shown.OrderByDescending(s => FieldsNamed(workbook, s.Name)).First().Name;
    }

    /// <summary>How many fields the header of a sheet names; −1 where none can be read, which is nothing to say of the other sheets.</summary>
    private static int FieldsNamed(ExcelFile workbook, string sheet)
    {
        try
        {
            using var rows = workbook.Read(sheet);
            var first = Sample(rows);
            return Header(first) is { } header ? FieldsNamed(first[header]) : -1;
        }
        catch (TableException)
        {
            return -1;
        }
    }

    private static int FieldsNamed(TableRow row) => TableHeader.Names(row).Count(n => Words.Column(n) is not null);

    /// <summary>The row that names the columns: one that looks like it, or names at least two fields all the same.</summary>
    private static int? Header(List<TableRow> first) => TableHeader.Find(first) ?? (first.FindIndex(r => FieldsNamed(r) > 1) is >= 0 and var named ? named : null);

    private static async Task Keep(MestringDb db, ImportRow import, ITableReader table, CancellationToken ct)
    {
        var first = Sample(table);
        if (first.Count == 0)
        {
            throw new TableException(TableFault.Empty, null, null, "no cell is filled.", "Choose another sheet or file.", table.Sheet);
        }

        var header = Header(first) ?? throw new TableException(
            TableFault.NoHeader, first[0].Number, null, "no row looks like names of columns.", "Write a name above each column, such as Referanse and Oppstart.", table.Sheet);
        import.Sheet = table.Sheet ?? "";
        string[] names = [.. TableHeader.Names(first[header]).Select(Masked)];
        import.Header = JsonSerializer.Serialize(names);
        var personal = Array.ConvertAll(names, Words.IsPersonal);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var writer = new BulkWriter(db);
        writer.Insert(import);
        await writer.Write(ct);
        var rows = 0;
        foreach (var row in first.Skip(header + 1).Concat(Rest(table)))
        {
            writer.Insert(new ImportedRow { Municipality = import.Municipality, ImportId = import.Id, Number = row.Number, Cells = RowCells.Pack(row.Cells, (cell, column) => column < personal.Length && personal[column] ? default : Masked(cell)) });
            if (++rows % Portion == 0)
            {
                await writer.Write(ct);
            }
        }

        await writer.Write(ct);
        if (rows == 0)
        {
            throw new TableException(TableFault.Empty, first[header].Number, null, "no row stands below the header.", "Choose another sheet or file.", table.Sheet);
        }

        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Rows, rows), ct);
        await transaction.CommitAsync(ct);
    }

    private static List<TableRow> Sample(ITableReader table)
    {
        var rows = new List<TableRow>();
        while (rows.Count < TableHeader.Sample && table.Read() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    private static IEnumerable<TableRow> Rest(ITableReader table)
    {
        while (table.Read() is { } row)
        {
            yield return row;
        }
    }

    private static TableCell Masked(TableCell cell) => Masked(cell.Text, cell.Kind) is var text && ReferenceEquals(text, cell.Text) ? cell : new TableCell(CellKind.Text, text);

    private static string Masked(string text) => Masked(text, CellKind.Text);

    /// <summary>A number that lost its first zero, as spreadsheets take it, is one too.</summary>
    private static string Masked(string text, CellKind kind)
    {
        var digits = CellValue.Digits(text);
        return digits >= DigitsOfNumber && NationalIdentityNumber.IsIn(text) ? NationalIdentityNumber.Masked(text)
            : digits == DigitsOfNumber - 1 && kind is CellKind.Number && NationalIdentityNumber.IsIn("0" + text) ? NationalIdentityNumber.Masked("0" + text)
            : text;
    }
}
