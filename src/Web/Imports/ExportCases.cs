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
        app.MapGet($"{Route}.csv", ([AsParameters] Wanted wanted, string? form, ExportPart? part) =>
        {
            var machines = string.Equals(form, "machines", StringComparison.Ordinal);
            return Give(wanted, new Format("csv", "text/csv; charset=utf-8", !machines, part ?? ExportPart.Courses, body => new CsvWriter(body, machines ? CsvForm.Machines : CsvForm.People)));
        }).ForCaseCoordinators();
        app.MapGet($"{Route}.xlsx", ([AsParameters] Wanted wanted) =>
            Give(wanted, new Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ForPeople: true, null, body => new ExcelWriter(body)))).ForCaseCoordinators();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(MunicipalityCode municipality, string slug, MestringDb db, Texts texts, CancellationToken ct)
    {
        var count = await db.Cases.CountAsync(c => c.Network == slug, ct);
        var cases = $"/m/{municipality}/{slug}/cases";
        return ExportPage.Show(new View(
            [new Crumb(texts["cases.list.title"], cases), new Crumb(texts["imports.export.title"], $"/m/{municipality}/{slug}/export")], count, $"/m/{municipality}/{slug}/export"));
    }

    private static async Task Give(Wanted wanted, Format format)
    {
        var (http, municipality, slug, ct) = (wanted.Http, wanted.Municipality, wanted.Slug, wanted.Ct);
        var columns = ExportColumns.Of(wanted.Member.Definition.Programme, wanted.Member.Instruments, wanted.Texts is true);
        wanted.Audit.Note(Audit.ExportCases, $"network/{slug}", municipality, slug, after: new { format = format.Extension, part = format.Part?.ToString(), goalTexts = wanted.Texts is true });
        await wanted.Db.SaveChangesAsync(ct);
        http.Response.ContentType = format.Type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{slug}-{municipality}.{format.Extension}\"";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await using var body = new PipeStream(http.Response.BodyWriter);
        using (var writer = format.Open(body))
        {
            var run = new ExportRun(wanted.Db, slug, columns, wanted.Words, format.ForPeople, isWorkbook: format.Part is null);
            await (format.Part is { } part ? run.Write(part, writer, () => body.Send(ct), ct) : run.WriteAll(writer, () => body.Send(ct), ct));
        }

        await body.Send(ct);
    }

    /// <summary>What every download brings with it.</summary>
    /// <param name="Texts">Whether the words of goals come along.</param>
    internal sealed record Wanted(
        HttpContext Http, MunicipalityCode Municipality, string Slug, bool? Texts, Membership Member, MestringDb Db, Audit Audit, Texts Words, CancellationToken Ct);

    /// <summary>A kind of file.</summary>
    /// <param name="ForPeople">Whether codes are words, and columns named in the reader's language.</param>
    /// <param name="Part">The one part it holds; null when it holds all.</param>
    private sealed record Format(string Extension, string Type, bool ForPeople, ExportPart? Part, Func<Stream, ITableWriter> Open);

    public sealed record View(IReadOnlyList<Crumb> Crumbs, int Count, string Address);
}
