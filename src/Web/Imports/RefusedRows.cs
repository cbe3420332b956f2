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

        await call.Audit.NoteList("fetch-refused-rows", call.Municipality, call.Slug, Report.Read(import.Report)?.Rejected ?? 0, call.Ct);
        var names = MapColumns.Names(import);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var writer = new ExcelWriter(file))
        {
            writer.Begin(call.Texts["imports.rows-file.sheet"],
            [
                .. names.Select(n => new TableColumn(n)),
                new TableColumn(call.Texts["imports.rows-file.row"]),
                new TableColumn(call.Texts["imports.rows-file.why"], Wide),
                new TableColumn(call.Texts["imports.expected"], Wide),
            ]);
            await Each(call, import, network, new RowWriter(writer, call.Texts, names));
        }

        file.Position = 0;
        return TypedResults.File(file, MediaType, $"{call.Texts["imports.rows-file.name"]}.xlsx");
    }

    /// <summary>Before anything is written the rows are checked anew; afterwards they stand there with what was wrong.</summary>
    private static async Task Each(ImportCall call, ImportRow import, NetworkRow network, RowWriter to)
    {
        if (import.State is ImportState.Checked)
        {
            var definition = network.Read();
            var registration = definition.Registration(network.State, call.Actor.Today);
            await new ImportRun(call.Db, import, definition, registration, call.Actor, n => call.Texts["imports.goal-text", n]) { Watch = to }.Check(call.Ct);
            return;
        }

        await foreach (var row in call.Db.ImportedRows.AsNoTracking().Where(r => r.ImportId == import.Id && r.Why != "").OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(call.Ct))
        {
            to.Refused(row.Number, RowCells.Unpack(row.Cells), JsonSerializer.Deserialize<List<Finding>>(row.Why)!);
        }
    }

    /// <summary>Writes each refused row as the check meets it.</summary>
    private sealed class RowWriter(ExcelWriter writer, Texts texts, string[] names) : IImportWatch
    {
        /// <inheritdoc/>
        public void Refused(int row, TableCell[] cells, IReadOnlyList<Finding> why)
        {
            for (var i = 0; i < names.Length; i++)
            {
                writer.Text(i < cells.Length ? NationalIdentityNumber.Masked(cells[i].Text) : null);
            }

            writer.Number(row);
            writer.Text(string.Join(" ", why.Select(Why)));
            writer.Text(string.Join(" ", why.Where(f => f.Rule is null).Select(f => ShowImport.Line.Of(texts, f, names).Expected).Where(e => e.Length > 0)));
            writer.EndRow();
        }

        /// <inheritdoc/>
        public void Changed(CheckedCourse course)
        {
        }

        private string Why(Finding finding)
        {
            if (finding.Rule is { } rule)
            {
                return texts.Finding(rule);
            }

            var line = ShowImport.Line.Of(texts, finding, names);
            var group = ShowImport.GroupView.Of(texts, new Report.Group(finding, 1, [finding]), 0, names, new Mapping());
            return line.Column.Length == 0 ? $"{group.Title}. {group.Cure}" : $"{line.Column}: {group.Title}. {group.Cure}";
        }
    }
}
