using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Quality;

/// <summary>
/// Every rule over every course of a municipality in one network, worked out as the page is asked for: what each rule finds, how complete the
/// measurements are, what helps most, and the questions nobody has closed.
/// </summary>
public static class RegisterQuality
{
    /// <summary>So many courses are read at a time.</summary>
    private const int Portion = 5000;

    private const int PageSize = 50;
    private const int MostQueries = 100;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}/{slug}/quality", Open).ForCaseWorkers();

    private static async Task<RazorComponentResult> Open(
        MunicipalityCode municipality, string slug, string? rule, int? page, Membership member, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var definition = member.Definition;
        var (today, windows) = (clock.Today(), definition.Programme.Windows);
        var overrules = (await db.CaseOverrules.AsNoTracking().Where(o => db.Cases.Any(c => c.Id == o.CaseId && c.Network == slug)).ToListAsync(ct)).ToLookup(o => o.CaseId);
        var queries = await (
            from q in db.CaseQueries.AsNoTracking()
            join c in db.Cases.AsNoTracking() on q.CaseId equals c.Id
            where q.Network == slug && q.ClosedAt == null
            orderby q.AskedAt
            select new { c.Id, c.Pseudonym, Query = q }).Take(MostQueries).ToListAsync(ct);
        var checkup = new Checkup(windows, today, rule);
        for (var last = (Day: DateOnly.MaxValue, Id: Guid.Empty); ;)
        {
            var rows = await db.Cases.AsNoTracking().Where(c => c.Network == slug && (c.StartedOn < last.Day || (c.StartedOn == last.Day && c.Id > last.Id)))
                .OrderByDescending(c => c.StartedOn).ThenBy(c => c.Id).Take(Portion).ToListAsync(ct);
            foreach (var file in await CaseFile.Many(db, windows, rows, ct, toChange: false))
            {
                checkup.Add(file, overrules[file.Row.Id]);
            }

            if (rows.Count < Portion)
            {
                break;
            }

            last = (rows[^1].StartedOn, rows[^1].Id);
        }

        var hits = checkup.Hits;
        var pages = Math.Max(1, (hits.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        List<Hit> shown = [.. hits.Skip((number - 1) * PageSize).Take(PageSize)];
        foreach (var course in shown.Select(h => h.Course).Distinct())
        {
            audit.Note(Audit.ReadCase, Audit.Subject(course), municipality, slug);
        }

        await db.SaveChangesAsync(ct);
        await audit.NoteList("list-queries", municipality, slug, queries.Count, ct);
        return RegisterQualityPage.Show(new View(
            $"/m/{municipality}/{slug}/quality", $"/m/{municipality}/{slug}/cases", definition.Terms.Name, checkup, rule,
            shown, hits.Count, number, pages,
            [.. queries.Select(q => new OpenQuery(q.Id, q.Pseudonym, CaseQuery.Of(q.Query)))]));
    }

    /// <param name="Rule">The rule whose hits are listed; null for none.</param>
    public sealed record View(
        string Address, string Cases, LocalizedText Network, Checkup Checkup, string? Rule, IReadOnlyList<Hit> Hits, int Found, int Page, int Pages, IReadOnlyList<OpenQuery> Queries);

    public sealed record OpenQuery(Guid Course, string Pseudonym, CaseQuery Query);
}
