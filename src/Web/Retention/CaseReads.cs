using Mestring.Core.Places;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Retention;

/// <summary>Who has opened the courses of one pseudonym, for when the person, or the data protection officer, asks.</summary>
public static class CaseReads
{
    private const int PageSize = 100;
    private const int MostInFile = 100_000;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/reads", Open).ForCaseCoordinators();
        app.MapGet("/m/{municipality}/reads.csv", Download).ForCaseCoordinators();
    }

    private static async Task<RazorComponentResult> Open(MunicipalityCode municipality, string? pseudonym, int? page, MestringDb db, Audit audit, Texts texts, CancellationToken ct)
    {
        var (wanted, number) = (Wanted(pseudonym), Math.Clamp(page ?? 1, 1, 10_000));
        if (wanted.Length == 0)
        {
            return CaseReadsPage.Show(new View($"/m/{municipality}", wanted, 0, 0, [], 1, HasMore: false));
        }

        var (courses, deleted) = await Courses(db, wanted, ct);
        var rows = await Reads(db, municipality, courses).Skip((number - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        await Noted(municipality, db, audit, ct);
        return CaseReadsPage.Show(new View($"/m/{municipality}", wanted, courses.Count, deleted, [.. rows.Take(PageSize).Select(r => new Read(r.At, r.PersonName, Did(r, texts), r.Network))], number, rows.Count > PageSize));
    }

    private static async Task<FileContentHttpResult> Download(MunicipalityCode municipality, string? pseudonym, MestringDb db, Audit audit, Texts texts, CancellationToken ct)
    {
        var rows = await Reads(db, municipality, (await Courses(db, Wanted(pseudonym), ct)).Ids).Take(MostInFile).ToListAsync(ct);
        await Noted(municipality, db, audit, ct);
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(bytes, CsvForm.People))
        {
            csv.Begin("reads", [new TableColumn(texts["retention.reads.day"]), new TableColumn(texts["retention.reads.time"]), new TableColumn(texts["retention.reads.who"]), new TableColumn(texts["retention.reads.what"]), new TableColumn(texts["retention.reads.network"])]);
            foreach (var row in rows)
            {
                csv.Day(DateOnly.FromDateTime(Clock.Local(row.At)));
                csv.Text(texts.Time(row.At));
                csv.Text(row.PersonName);
                csv.Text(Did(row, texts));
                csv.Text(row.Network);
                csv.EndRow();
            }
        }

        return TypedResults.File(bytes.ToArray(), "text/csv; charset=utf-8", "reads.csv");
    }

    private static string Wanted(string? pseudonym) => (pseudonym ?? string.Empty).Trim().ToUpperInvariant();

    /// <summary>The courses that are there, and then the deleted ones, which are known by their fingerprints alone.</summary>
    private static async Task<(List<Guid> Ids, int Deleted)> Courses(MestringDb db, string pseudonym, CancellationToken ct)
    {
        var ids = await db.Cases.AsNoTracking().Where(c => c.Pseudonym == pseudonym).OrderBy(c => c.Id).Select(c => c.Id).Take(PageSize).ToListAsync(ct);
        var there = ids.Count;
        await foreach (var deleted in db.DeletedCourses.AsNoTracking().OrderBy(d => d.CaseId).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (pseudonym.Length > 0 && ids.Count < PageSize && deleted.IsOf(pseudonym))
            {
                ids.Add(deleted.CaseId);
            }
        }

        return (ids, ids.Count - there);
    }

    /// <summary>Who opened one of the courses, or fetched all courses of its network while it was there.</summary>
    private static IQueryable<AuditEntry> Reads(MestringDb db, MunicipalityCode municipality, List<Guid> courses)
    {
        var subjects = courses.ConvertAll(Audit.Subject);
        return db.Audit.AsNoTracking()
            .Where(a => a.Municipality == municipality && ((a.Action == Audit.ReadCase && subjects.Contains(a.Subject))
                || (a.Action == Audit.ExportCases
                    && (db.Cases.Any(c => courses.Contains(c.Id) && c.Network == a.Network && c.CreatedAt <= a.At)
                        || db.DeletedCourses.Any(d => courses.Contains(d.CaseId) && d.Network == a.Network && d.CreatedAt <= a.At && d.DeletedAt >= a.At)))))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id);
    }

    private static string Did(AuditEntry entry, Texts texts) => texts[$"access.action.{entry.Action}"];

    private static Task<int> Noted(MunicipalityCode municipality, MestringDb db, Audit audit, CancellationToken ct)
    {
        audit.Note("extract-reads", "reads", municipality);
        return db.SaveChangesAsync(ct);
    }

    /// <param name="Courses">How many courses the pseudonym has, or had.</param>
    /// <param name="Deleted">How many of them are deleted.</param>
    public sealed record View(string Home, string Pseudonym, int Courses, int Deleted, IReadOnlyList<Read> Reads, int Page, bool HasMore);

    public sealed record Read(DateTimeOffset At, string Person, string Did, string Network);
}
