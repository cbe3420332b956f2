using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>The courses of a municipality in one network: what is due now stands before what is done.</summary>
public static class ListCases
{
    private const int PageSize = 25;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}/{slug}/cases", Show).ForCaseWorkers();

    private static async Task<Results<RazorComponentResult, NotFound>> Show(
        MunicipalityCode municipality, string slug, string? show, string? search, int? page, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var network = await db.Networks.AsNoTracking().Where(n => n.Slug == slug).Select(n => n.Definition).SingleAsync(ct);
        var definition = Definitions.Of(slug, network);
        if (!definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        var wanted = (search ?? string.Empty).Trim().ToUpperInvariant();
        var query = db.Cases.AsNoTracking().Where(c => c.Network == slug && (wanted.Length == 0 || c.Pseudonym.Contains(wanted)));
        var cases = await query.OrderByDescending(c => c.StartedOn).ThenBy(c => c.Pseudonym).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Pseudonym, c.Unit, c.StartedOn, c.EndedOn, c.EndReason }).ToListAsync(ct);
        var measured = (await (
            from m in db.Measurements.AsNoTracking()
            join c in query on m.CaseId equals c.Id
            select new { m.CaseId, m.Point, m.Status, m.Answered }).ToListAsync(ct)).ToLookup(m => m.CaseId);
        var (today, programme) = (clock.Today(), definition.Programme);
        var all = cases.ConvertAll(c => new Course(
            c.Id,
            c.Pseudonym,
            c.Unit,
            c.StartedOn,
            c.EndedOn,
            [
                .. programme.Windows.OrderBy(w => w.Point).Select(w =>
                {
                    var window = w.In(c.StartedOn);
                    var there = measured[c.Id].SingleOrDefault(m => m.Point == w.Point);
                    var progress = there is null ? default : Parts.Progress(programme, w.Point, there.Status, there.Answered);
                    return new Milestone(window, window.State(there?.Status, c.EndedOn, c.EndReason, today), there?.Status, progress.Done, progress.Of);
                }),
            ]));
        var chosen = Enum.TryParse<Filter>(show, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : Filter.All;
        var shown = all.FindAll(c => c.Is(chosen));
        var pages = Math.Max(1, (shown.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        return ListCasesPage.Show(new View(
            $"/m/{municipality}/{slug}/cases",
            definition.Terms.Name,
            chosen,
            wanted,
            Enum.GetValues<Filter>().ToDictionary(f => f, f => all.Count(c => c.Is(f))),
            [.. shown.Skip((number - 1) * PageSize).Take(PageSize)],
            shown.Count,
            number,
            pages));
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
        string Address, LocalizedText Network, Filter Filter, string Search, IReadOnlyDictionary<Filter, int> Counts, IReadOnlyList<Course> Courses, int Found, int Page, int Pages)
    {
        public string Link(Filter filter, int page = 1) =>
            $"{Address}?show={filter.ToString().ToLowerInvariant()}{(Search.Length == 0 ? null : $"&search={Uri.EscapeDataString(Search)}")}{(page == 1 ? null : $"&page={page}")}";
    }

    public sealed record Course(Guid Id, string Pseudonym, string Unit, DateOnly StartedOn, DateOnly? EndedOn, IReadOnlyList<Milestone> Milestones)
    {
        public bool Is(Filter filter) => filter switch
        {
            Filter.Due => Milestones.Any(m => m.State is PointState.Due),
            Filter.Overdue => Milestones.Any(m => m.State is PointState.Overdue),
            Filter.Begun => Milestones.Any(m => m.IsBegun),
            Filter.Finished => Milestones.All(m => m.State is PointState.Done or PointState.Missing or PointState.NoLongerDue),
            _ => true,
        };
    }
}
