using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>The courses of a municipality in one network: what is due now stands before what is done. The database filters and counts.</summary>
public static class ListCases
{
    private const int PageSize = 25;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}/{slug}/cases", Show).ForCaseWorkers();

    private static async Task<RazorComponentResult> Show(
        MunicipalityCode municipality, string slug, string? show, string? search, int? page, Membership member, MestringDb db, Drafts drafts, Audit audit, Visitor visitor, Tenant tenant, TimeProvider clock, CancellationToken ct)
    {
        var definition = member.Definition;
        var (today, programme, instruments) = (clock.Today(), definition.Programme, member.Instruments);
        var wanted = (search ?? string.Empty).Trim().ToUpperInvariant();
        var query = db.Cases.AsNoTracking().Where(c => c.Network == slug && (wanted.Length == 0 || c.Pseudonym.Contains(wanted)));
        var begun = db.Measurements.Where(m => m.Status == MeasurementStatus.Done && m.Asked == "").Select(m => m.CaseId);
        var filters = new Dictionary<Filter, IQueryable<CaseRow>>
        {
            [Filter.All] = query,
            [Filter.Due] = query.Where(c => db.FollowUps.Any(f => f.CaseId == c.Id && f.Opens <= today && f.Due >= today)),
            [Filter.Overdue] = query.Where(c => db.FollowUps.Any(f => f.CaseId == c.Id && f.Due < today && f.Closes >= today)),
            [Filter.Begun] = query.Where(c => begun.Contains(c.Id)),
            [Filter.Finished] = query.Where(c => !db.FollowUps.Any(f => f.CaseId == c.Id && (f.Closes >= today || f.Begun))),
        };
        var waiting = db.FollowUps.Where(f => f.Network == slug && (f.Closes >= today || f.Begun) && (wanted.Length == 0 || query.Any(c => c.Id == f.CaseId)));
        var counts = await Counts(query, waiting, begun.Where(id => query.Any(c => c.Id == id)), today, ct);
        var chosen = Enum.TryParse<Filter>(show, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : Filter.All;
        var pages = Math.Max(1, (counts[chosen] + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var cases = await filters[chosen].OrderByDescending(c => c.StartedOn).ThenBy(c => c.Pseudonym).ThenBy(c => c.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(c => new { c.Id, c.Pseudonym, c.Unit, c.StartedOn, c.EndedOn, c.EndReason, c.Setting, c.Setting91Days, c.Setting12Months }).ToListAsync(ct);
        var ids = cases.ConvertAll(c => c.Id);
        var measured = (await db.Measurements.AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToListAsync(ct)).ToLookup(m => m.CaseId);
        await audit.NoteList("list-cases", municipality, slug, cases.Count, ct);
        return ListCasesPage.Show(new View(
            $"/m/{municipality}/{slug}/cases",
            tenant.Registration is Registration.Closed ? 0 : await FollowUp.Counted(db, today, slug).CountAsync(f => f.Standing <= FollowUpStanding.Missed, ct),
            await BeginCase.Begun(drafts, $"/m/{municipality}/{slug}/cases", ct),
            definition.Terms.Name,
            chosen,
            wanted,
            counts,
            cases.ConvertAll(c => new Course(
                c.Id,
                c.Pseudonym,
                c.Unit,
                c.StartedOn,
                c.EndedOn,
                [
                    .. programme.Windows.OrderBy(w => w.Point).Select(w =>
                    {
                        var (window, dead) = (w.In(c.StartedOn), LaterSettings.KnownDead(c.StartedOn, c.EndedOn, c.Setting, c.Setting91Days, c.Setting12Months));
                        var there = measured[c.Id].SingleOrDefault(m => m.Point == w.Point);
                        return Milestone.At(window, window.State(there is { IsBegun: false } ? there.Status : null, c.EndedOn, c.EndReason, dead, today), there, programme, instruments);
                    }),
                ])),
            counts[chosen],
            number,
            pages,
            visitor.Is(municipality, Role.Coordinator),
            tenant.Registration is Registration.Open));
    }

    /// <summary>How many each filter finds; what is waited for is gone through once, and not once a course.</summary>
    private static async Task<Dictionary<Filter, int>> Counts(
        IQueryable<CaseRow> cases, IQueryable<FollowUpRow> waiting, IQueryable<Guid> begun, DateOnly today, CancellationToken ct)
    {
        var all = await cases.CountAsync(ct);
        var each = waiting.GroupBy(f => f.CaseId).Select(f => new
        {
            Due = f.Max(x => x.Opens <= today && x.Due >= today ? 1 : 0),
            Overdue = f.Max(x => x.Due < today && x.Closes >= today ? 1 : 0),
        });
        var found = await each.GroupBy(_ => 1).Select(e => new { Courses = e.Count(), Due = e.Sum(x => x.Due), Overdue = e.Sum(x => x.Overdue) }).SingleOrDefaultAsync(ct);
        return new()
        {
            [Filter.All] = all,
            [Filter.Due] = found?.Due ?? 0,
            [Filter.Overdue] = found?.Overdue ?? 0,
            [Filter.Begun] = await begun.Distinct().CountAsync(ct),
            [Filter.Finished] = all - (found?.Courses ?? 0),
        };
    }

    /// <summary>Which courses are shown.</summary>
    public enum Filter
    {
        /// <summary>Every course.</summary>
        All,

        /// <summary>A measurement can be done now.</summary>
        Due,

        /// <summary>A measurement should have been done, but still counts.</summary>
        Overdue,

        /// <summary>A measurement was begun and is not complete.</summary>
        Begun,

        /// <summary>Nothing more is waited for.</summary>
        Finished,
    }

    public sealed record View(
        string Address, int Now, IReadOnlyList<BeginCase.Draft> Drafts, LocalizedText Network, Filter Filter, string Search, IReadOnlyDictionary<Filter, int> Counts, IReadOnlyList<Course> Courses, int Found, int Page, int Pages, bool IsCoordinator, bool CanStart)
    {
        public string Link(Filter filter, int page = 1) =>
            $"{Address}?show={filter.ToString().ToLowerInvariant()}{(Search.Length == 0 ? null : $"&search={Uri.EscapeDataString(Search)}")}{(page == 1 ? null : $"&page={page}")}";
    }

    public sealed record Course(Guid Id, string Pseudonym, string Unit, DateOnly StartedOn, DateOnly? EndedOn, IReadOnlyList<Milestone> Milestones);
}
