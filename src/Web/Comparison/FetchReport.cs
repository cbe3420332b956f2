using Mestring.Core.Documents;
using Mestring.Core.Places;
using Mestring.Formats.Word;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Comparison;

/// <summary>The report as a page to print and as a Word file to go on writing in. Every fetch stands in the audit trail.</summary>
public static class FetchReport
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/report", (MunicipalityCode municipality, string slug, int? year, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct) =>
            Page(slug, municipality, year, texts, db, audit, clock, ct)).ForMunicipality(Rules.Members);
        app.MapGet("/m/{municipality}/{slug}/report.docx", (MunicipalityCode municipality, string slug, int? year, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct) =>
            Word(slug, municipality, year, texts, db, audit, clock, ct)).ForMunicipality(Rules.Members);
        app.MapGet("/desk/{slug}/report", (string slug, int? year, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct) =>
            Page(slug, null, year, texts, db, audit, clock, ct)).ForLeader();
        app.MapGet("/desk/{slug}/report.docx", (string slug, int? year, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct) =>
            Word(slug, null, year, texts, db, audit, clock, ct)).ForLeader();
    }

    private static async Task<RazorComponentResult> Page(string slug, MunicipalityCode? own, int? year, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var results = own is { } municipality ? $"/m/{municipality}/{slug}" : $"/desk/{slug}";
        return ReportPage.Show(new View(
            await Make(slug, own, year, "read-report", texts, db, audit, clock, ct),
            [new Crumb(texts["comparison.crumb"], $"{results}/results"), new Crumb(texts["comparison.crumb.report"], $"{results}/report")],
            $"{results}/report.docx{(year is { } one ? FormattableString.Invariant($"?year={one}") : string.Empty)}"));
    }

    private static async Task<FileContentHttpResult> Word(string slug, MunicipalityCode? own, int? year, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var document = await Make(slug, own, year, "download-report", texts, db, audit, clock, ct);
        using var file = new MemoryStream();
        WordWriter.Write(document, file);
        return TypedResults.File(file.ToArray(), WordType, $"{slug}{(own is { } municipality ? $"-{municipality}" : string.Empty)}.docx");
    }

    private static async Task<Document> Make(string slug, MunicipalityCode? own, int? year, string action, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var (results, indicators) = await ResultsQuery.Of(db, slug, own, clock, ct, year);
        audit.Note(action, $"report/{slug}", own ?? default, slug, after: new { language = texts.Tag });
        await db.SaveChangesAsync(ct);
        return ResultsDocument.Of(results, indicators, isReport: true, texts, clock.GetUtcNow());
    }

    public sealed record View(Document Document, IReadOnlyList<Crumb> Crumbs, string Word);
}
