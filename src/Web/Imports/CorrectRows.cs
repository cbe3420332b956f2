using System.Globalization;
using Mestring.Core.Disclosure;
using Mestring.Core.Networks;
using Mestring.Formats.Tables;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Takes what somebody corrected on the page of what is wrong (cells, words, what to leave out) and checks again.</summary>
public static class CorrectRows
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost($"{ImportCall.One}/check", Correct).WithMetadata(new PartOfPage(1)).ForCaseCoordinators(Registration.FollowUps);

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Correct([AsParameters] ImportCall call, Guid id, IFormCollection posted)
    {
        if (await call.Find(id) is not { } import)
        {
            return TypedResults.NotFound();
        }

        if (import.State is not ImportState.Checked || await call.IsAtWork(id))
        {
            return TypedResults.Redirect(call.Address(id));
        }

        var form = call.Read(posted);
        if (!form.IsValid)
        {
            return await ShowImport.CheckPage(call, import, form, call.Texts["design.identity-number"]);
        }

        var (mapping, report) = (Mapping.Read(import.Mapping), Report.Read(import.Report)!);
        foreach (var group in report.Groups)
        {
            Choose(form, mapping, group);
        }

        if (form.Raw("dates") is { Length: > 0 } order && Enum.TryParse<DateOrder>(order, out var said) && said is DateOrder.DayFirst or DateOrder.MonthFirst)
        {
            mapping = mapping with { Dates = said };
        }

        await Fix(call, import, form, report);
        await call.CheckWith(import, mapping);
        return TypedResults.Redirect(call.Address(id));
    }

    private static void Choose(Form form, Mapping mapping, Report.Group group)
    {
        var first = group.First;
        if (first.CanLeaveOut)
        {
            mapping.Cures[first.Key] = form.IsTicked($"cure-{first.Key}") ? Cure.WithoutValue : Cure.None;
        }

        foreach (var plain in first.AsksForMeaning ? group.Findings.Select(f => Words.Plain(f.Found)).Distinct(StringComparer.Ordinal) : [])
        {
            if (form.Raw($"word-{first.Field}-{plain}") is { Length: > 0 } code && (code is ShowImport.NoValue || Target.All.Any(t => string.Equals(t.Field.Name, first.Field, StringComparison.Ordinal) && t.Field.Accepts(code))))
            {
                mapping.Words.TryAdd(first.Field, new Dictionary<string, string>(StringComparer.Ordinal));
                mapping.Words[first.Field][plain] = code is ShowImport.NoValue ? "" : code;
            }
        }
    }

    /// <summary>Puts corrected cells in the kept rows; only cells that were found wrong can be corrected.</summary>
    private static async Task Fix(ImportCall call, ImportRow import, Form form, Report report)
    {
        var fixes = report.Groups.SelectMany(g => g.Findings).Where(f => f.Column is not null)
            .Select(f => (f.Row, Column: f.Column!.Value, Text: form.Raw(string.Create(CultureInfo.InvariantCulture, $"fix-{f.Row}-{f.Column}"))?.Trim() ?? ""))
            .Where(f => f.Text.Length > 0 && !NationalIdentityNumber.IsIn(f.Text)).ToLookup(f => f.Row);
        var numbers = fixes.Select(f => f.Key).ToList();
        foreach (var row in await call.Db.ImportedRows.Where(r => r.ImportId == import.Id && numbers.Contains(r.Number)).ToListAsync(call.Ct))
        {
            var cells = RowCells.Unpack(row.Cells).ToList();
            foreach (var (_, column, text) in fixes[row.Number])
            {
                while (cells.Count <= column)
                {
                    cells.Add(default);
                }

                cells[column] = PersonalData.Masked(new TableCell(CellKind.Text, text));
            }

            row.Cells = RowCells.Pack(cells);
        }

        await call.Db.SaveChangesAsync(call.Ct);
    }
}
