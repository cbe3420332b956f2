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

    private static int FieldsNamed(TableRow row) => TableHeader.Names(row).Count(n => Headings.Target(n) is not null);

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
        (import.FileName, import.Sheet) = (PersonalData.Masked(TypedText.Line(import.FileName)), PersonalData.Masked(TypedText.Line(table.Sheet ?? "")));
        string[] names = [.. TableHeader.Names(first[header]).Select(name => PersonalData.Masked(TypedText.Line(name)))];
        import.Header = JsonSerializer.Serialize(names);
        var below = first.Skip(header + 1).ToList();
        var personal = Enumerable.Range(0, names.Length).Select(i => Headings.IsPersonal(names[i]) || (Headings.Target(names[i]) is null && PersonalData.AreNames(below, i))).ToArray();
        var looks = Array.ConvertAll(names, _ => new ColumnLook());
        await using var turns = await WriteTurns.Begin(db, ct);
        await using var writer = new BulkWriter(db);
        import.State = ImportState.Receiving;
        writer.Insert(import);
        await turns.Do(() => writer.Write(ct), ct);
        var rows = 0;
        try
        {
            foreach (var row in below.Concat(Rest(table)))
            {
                writer.Insert(new ImportedRow { Municipality = import.Municipality, ImportId = import.Id, Number = row.Number, Cells = Kept(row, personal, looks) });
                if (++rows % Portion == 0)
                {
                    await turns.Do(() => writer.Write(ct), ct);
                }
            }

            if (rows == 0)
            {
                throw new TableException(TableFault.Empty, first[header].Number, null, "no row stands below the header.", "Choose another sheet or file.", table.Sheet);
            }

            await turns.Do(() => writer.Write(ct), ct);
        }
        catch (Exception) when (turns.AreSeenAtOnce)
        {
            await db.Imports.Where(i => i.Id == import.Id).ExecuteDeleteAsync(CancellationToken.None);
            await turns.Settle(CancellationToken.None);
            throw;
        }

        (import.Rows, import.State) = (rows, ImportState.Uploaded);
        import.Mapping = new Mapping
        {
            Filled = [.. looks.Index().Where(l => l.Item.IsFilled).Select(l => l.Index)],
            Facts = looks.Index().Select(l => (l.Index, Facts: l.Item.Facts())).Where(l => l.Facts is not null).ToDictionary(l => l.Index, l => l.Facts!),
        }.Json();
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Rows, rows).SetProperty(x => x.Mapping, import.Mapping).SetProperty(x => x.State, ImportState.Uploaded), ct);
        await turns.Commit(ct);
    }

    /// <summary>The cells of a row as they are kept; what their columns show is noted on the way.</summary>
    private static string Kept(TableRow row, bool[] personal, ColumnLook[] looks)
    {
        var pair = PersonalData.SplitNumber(row.Cells);
        return RowCells.Pack(row.Cells, (cell, column) =>
        {
            if (column < looks.Length)
            {
                looks[column].Add(cell);
            }

            // That a column held identity numbers is told, though nothing of it is kept.
            return column < personal.Length && personal[column] ? PersonalData.Masked(cell).Text.Contains(NationalIdentityNumber.Mask, StringComparison.Ordinal) ? new TableCell(CellKind.Text, NationalIdentityNumber.Mask) : default
                : column == pair ? new TableCell(CellKind.Text, NationalIdentityNumber.Mask)
                : PersonalData.Masked(cell);
        });
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
}
