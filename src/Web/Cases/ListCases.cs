using System.Linq.Expressions;
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

    private static async Task<Results<RazorComponentResult, NotFound>> Show(
        MunicipalityCode municipality, string slug, string? show, string? search, int? page, Membership member, MestringDb db, Visitor visitor, Tenant tenant, TimeProvider clock, CancellationToken ct)
    {
        var definition = member.Definition;
        if (!definition.Programme.Features.RegistersCases)
        {
            return TypedResults.NotFound();
        }

        var (today, programme, instruments) = (clock.Today(), definition.Programme, member.Instruments);
        var wanted = (search ?? string.Empty).Trim().ToUpperInvariant();
        var query = db.Cases.AsNoTracking().Where(c => c.Network == slug && (wanted.Length == 0 || c.Pseudonym.Contains(wanted)));
        var filters = new Dictionary<Filter, IQueryable<CaseRow>>
        {
            [Filter.All] = query,
            [Filter.Due] = query.Where(c => db.FollowUps.Any(f => f.CaseId == c.Id && f.Opens <= today && f.Due >= today)),
            [Filter.Overdue] = query.Where(c => db.FollowUps.Any(f => f.CaseId == c.Id && f.Due < today && f.Closes >= today)),
            [Filter.Begun] = Begun(db, query, programme, instruments),
            [Filter.Finished] = query.Where(c => !db.FollowUps.Any(f => f.CaseId == c.Id && f.Closes >= today)),
        };
        var counts = await Counts(filters, ct);
        var chosen = Enum.TryParse<Filter>(show, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : Filter.All;
        var pages = Math.Max(1, (counts[chosen] + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var cases = await filters[chosen].OrderByDescending(c => c.StartedOn).ThenBy(c => c.Pseudonym).ThenBy(c => c.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(c => new { c.Id, c.Pseudonym, c.Unit, c.StartedOn, c.EndedOn, c.EndReason, c.Setting, c.Setting91Days, c.Setting12Months }).ToListAsync(ct);
        var ids = cases.ConvertAll(c => c.Id);
        var measured = (await db.Measurements.AsNoTracking().Where(m => ids.Contains(m.CaseId)).Select(m => new { m.CaseId, m.Point, m.Status, m.Answered }).ToListAsync(ct)).ToLookup(m => m.CaseId);
        return ListCasesPage.Show(new View(
            $"/m/{municipality}/{slug}/cases",
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
                        var progress = there is null ? default : Parts.Progress(programme, instruments, w.Point, there.Status, there.Answered);
                        return new Milestone(window, window.State(there?.Status, c.EndedOn, c.EndReason, dead, today), there?.Status, progress.Done, progress.Of);
                    }),
                ])),
            counts[chosen],
            number,
            pages,
            visitor.Is(municipality, Role.Coordinator),
            tenant.Registration is Registration.Open));
    }

    /// <summary>All counts in one SQL command.</summary>
    private static async Task<Dictionary<Filter, int>> Counts(Dictionary<Filter, IQueryable<CaseRow>> filters, CancellationToken ct)
    {
        var counts = filters.Select(f => f.Value.GroupBy(_ => 1).Select(g => new { Filter = (int)f.Key, Count = g.Count() })).Aggregate((all, each) => all.Concat(each));
        var found = await counts.ToListAsync(ct);
        return filters.Keys.ToDictionary(f => f, f => found.Find(c => c.Filter == (int)f)?.Count ?? 0);
    }

    /// <summary>Courses with a measurement that is registered but has a screen nobody has gone through.</summary>
    private static IQueryable<CaseRow> Begun(MestringDb db, IQueryable<CaseRow> query, Programme programme, IReadOnlyList<string> instruments)
    {
        Expression<Func<MeasurementRow, bool>> any = m => false;
        foreach (var point in programme.Windows.Select(w => w.Point))
        {
            foreach (var isDone in new[] { true, false })
            {
                foreach (var part in Parts.Of(programme, instruments, point, isDone ? MeasurementStatus.Done : MeasurementStatus.Missed).Where(p => p is not (Part.Status or Part.Summary)).Select(p => p.Name()))
                {
                    Expression<Func<MeasurementRow, bool>> open = m => m.Point == point && m.Status == MeasurementStatus.Done == isDone && !m.Answered.Contains(part);
                    var row = any.Parameters[0];
                    any = Expression.Lambda<Func<MeasurementRow, bool>>(Expression.OrElse(any.Body, new Swap(open.Parameters[0], row).Visit(open.Body)), row);
                }
            }
        }

        var begun = db.Measurements.Where(any).Select(m => m.CaseId);
        return query.Where(c => begun.Contains(c.Id));
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
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
        string Address, LocalizedText Network, Filter Filter, string Search, IReadOnlyDictionary<Filter, int> Counts, IReadOnlyList<Course> Courses, int Found, int Page, int Pages, bool IsCoordinator, bool CanStart)
    {
        public string Link(Filter filter, int page = 1) =>
            $"{Address}?show={filter.ToString().ToLowerInvariant()}{(Search.Length == 0 ? null : $"&search={Uri.EscapeDataString(Search)}")}{(page == 1 ? null : $"&page={page}")}";
    }

    public sealed record Course(Guid Id, string Pseudonym, string Unit, DateOnly StartedOn, DateOnly? EndedOn, IReadOnlyList<Milestone> Milestones);
}
