using System.Text.Json;
using Mestring.Core.Disclosure;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>The refused rows as a workbook, as they stood, with what is wrong in each; to be corrected and uploaded again.</summary>
public static class RefusedRows
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int Wide = 60;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet($"{ImportCall.One}/rows.xlsx", Give).ForCaseCoordinators();

    private static async Task<Results<FileStreamHttpResult, NotFound>> Give([AsParameters] ImportCall call, Guid id)
    {
        if (await call.Find(id) is not { State: ImportState.Checked or ImportState.Done } import
            || await call.Db.Networks.AsNoTracking().Where(n => n.Slug == call.Slug).SingleOrDefaultAsync(call.Ct) is not { } network)
        {
            return TypedResults.NotFound();
        }

        var names = MapColumns.Names(import);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var writer = new ExcelWriter(file))
        {
            writer.Begin(call.Texts["imports.rows-file.sheet"], [.. names.Select(n => new TableColumn(n)), new TableColumn(call.Texts["imports.rows-file.row"]), new TableColumn(call.Texts["imports.rows-file.why"], Wide)]);
            await Each(call, import, network, (row, cells, why) => Write(writer, call.Texts, names, row, cells, why));
        }

        file.Position = 0;
        return TypedResults.File(file, MediaType, $"{call.Texts["imports.rows-file.name"]}.xlsx");
    }

    /// <summary>Before anything is written the rows are checked anew; afterwards they stand there with what was wrong.</summary>
    private static async Task Each(ImportCall call, ImportRow import, NetworkRow network, Action<int, TableCell[], IReadOnlyList<Finding>> take)
    {
        if (import.State is ImportState.Checked)
        {
            var definition = network.Read();
            await new ImportRun(call.Db, import, definition, definition.Registration(network.State, call.Actor.Today), call.Actor, n => call.Texts["imports.goal-text", n]) { Refused = take }.Check(call.Ct);
            return;
        }

        await foreach (var row in call.Db.ImportedRows.AsNoTracking().Where(r => r.ImportId == import.Id && r.Why != "").OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(call.Ct))
        {
            take(row.Number, RowCells.Unpack(row.Cells), JsonSerializer.Deserialize<List<Finding>>(row.Why)!);
        }
    }

    private static void Write(ExcelWriter writer, Texts texts, string[] names, int row, TableCell[] cells, IReadOnlyList<Finding> findings)
    {
        for (var i = 0; i < names.Length; i++)
        {
            writer.Text(i < cells.Length ? NationalIdentityNumber.Masked(cells[i].Text) : null);
        }

        writer.Number(row);
        writer.Text(string.Join(" ", findings.Select(f => Why(texts, names, f))));
        writer.EndRow();
    }

    private static string Why(Texts texts, string[] names, Finding finding)
    {
        var line = ShowImport.Line.Of(texts, finding, names);
        var group = ShowImport.GroupView.Of(texts, new Report.Group(finding, 1, [finding]), 0, names, new Mapping());
        if (finding.Rule is { } rule)
        {
            return texts.Finding(rule);
        }

        return line.Column.Length == 0 ? $"{group.Title}. {group.Cure}" : $"{line.Column}: {group.Title}. {group.Cure}";
    }
}
