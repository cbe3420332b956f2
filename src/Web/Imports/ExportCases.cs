using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Formats.Csv;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Hands out the municipality's own courses as CSV or as a workbook, written row by row as they come from the database.</summary>
public static class ExportCases
{
    private const string Route = "/m/{municipality}/{slug}/export";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseCoordinators();
        app.MapGet($"{Route}.csv", (MunicipalityCode municipality, string slug, string? form, bool? texts, HttpContext http, Membership member, MestringDb db, Audit audit, Texts words, CancellationToken ct) =>
            string.Equals(form, "machines", StringComparison.Ordinal)
                ? Give(http, municipality, slug, "text/csv; charset=utf-8", "csv", texts is true, false, member, db, audit, words, body => new CsvWriter(body, CsvForm.Machines), ct)
                : Give(http, municipality, slug, "text/csv; charset=utf-8", "csv", texts is true, true, member, db, audit, words, body => new CsvWriter(body, CsvForm.People), ct)).ForCaseCoordinators();
        app.MapGet($"{Route}.xlsx", (MunicipalityCode municipality, string slug, bool? texts, HttpContext http, Membership member, MestringDb db, Audit audit, Texts words, CancellationToken ct) =>
            Give(http, municipality, slug, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", texts is true, true, member, db, audit, words, body => new ExcelWriter(body), ct)).ForCaseCoordinators();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(MunicipalityCode municipality, string slug, MestringDb db, Texts texts, CancellationToken ct)
    {
        var count = await db.Cases.CountAsync(c => c.Network == slug, ct);
        var cases = $"/m/{municipality}/{slug}/cases";
        return ExportPage.Show(new View(
            [new Crumb(texts["cases.list.title"], cases), new Crumb(texts["imports.export.title"], $"/m/{municipality}/{slug}/export")], count, $"/m/{municipality}/{slug}/export"));
    }

    private static async Task Give(
        HttpContext http, MunicipalityCode municipality, string slug, string type, string extension, bool withTexts, bool forPeople, Membership member, MestringDb db, Audit audit, Texts texts, Func<Stream, ITableWriter> open, CancellationToken ct)
    {
        var columns = ExportColumns.Of(member.Definition.Programme, member.Instruments, withTexts);
        audit.Note("export-cases", $"network/{slug}", municipality, slug, after: new { format = extension, goalTexts = withTexts });
        await db.SaveChangesAsync(ct);
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{slug}-{municipality}.{extension}\"";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await using var body = new PipeStream(http.Response.BodyWriter);
        using (var writer = open(body))
        {
            await new ExportRun(db, slug, columns, texts, forPeople, writer is ExcelWriter).Write(writer, () => body.Send(ct), ct);
        }

        await body.Send(ct);
    }

    public sealed record View(IReadOnlyList<Crumb> Crumbs, int Count, string Address);
}
