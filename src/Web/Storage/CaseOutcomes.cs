using Mestring.Core.Measures;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Reads the courses of a network as values, in four SQL commands however many there are.</summary>
internal static class CaseOutcomes
{
    /// <summary>The courses of the tenant's municipality in one network, by start and id.</summary>
    public static Task<IReadOnlyList<CaseOutcome>> Of(MestringDb db, string network, CancellationToken ct) =>
        Read(network, db.Cases.AsNoTracking(), db.Measurements.AsNoTracking(), db.GoalRatings.AsNoTracking(), db.GrantedHours.AsNoTracking(), ct);

    /// <summary>
    /// The courses of every municipality in one network, past the tenant filter. What comes out holds single persons: only figures that
    /// have passed disclosure control may leave the municipality.
    /// </summary>
    public static Task<IReadOnlyList<CaseOutcome>> OfWholeNetwork(MestringDb db, string network, CancellationToken ct) =>
        Read(network, Every(db.Cases), Every(db.Measurements), Every(db.GoalRatings), Every(db.GrantedHours), ct);

    /// <summary>One course from its rows.</summary>
    public static CaseOutcome From(CaseRow course, IReadOnlyCollection<MeasurementRow> measurements, IReadOnlyCollection<GoalRatingRow> goalRatings, IReadOnlyCollection<GrantedHoursRow> granted) => new()
    {
        Id = course.Id,
        Municipality = course.Municipality,
        Instrument = course.GoalInstrument,
        BirthYear = course.BirthYear,
        Sex = course.Sex,
        NewUser = course.NewUser,
        StartedOn = course.StartedOn,
        EndedOn = course.EndedOn,
        EndReason = course.EndReason,
        Points =
        [
            .. measurements.OrderBy(m => m.Point).Select(m => new MeasuredPoint(
                m.Point,
                m.Status,
                m.MeasuredOn,
                new SppbParts(Part(m.SppbBalance), Part(m.SppbGait), Part(m.SppbChair)),
                m.Satisfaction is { } satisfied ? new Satisfaction(satisfied) : null,
                [.. goalRatings.Where(r => r.Point == m.Point).OrderBy(r => r.Number).Select(r => new GoalRating(r.Number, r.Performance, r.Satisfaction))],
                [.. granted.Where(h => h.Point == m.Point).Select(h => new ServiceHours(h.Service, h.HoursPerWeek))])),
        ],
    };

    private static IQueryable<T> Every<T>(IQueryable<T> rows)
        where T : class => rows.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]);

    private static async Task<IReadOnlyList<CaseOutcome>> Read(
        string network, IQueryable<CaseRow> visible, IQueryable<MeasurementRow> measurements, IQueryable<GoalRatingRow> goalRatings, IQueryable<GrantedHoursRow> granted, CancellationToken ct)
    {
        var cases = visible.Where(c => c.Network == network);
        var rows = await cases.OrderBy(c => c.StartedOn).ThenBy(c => c.Id)
            .Select(c => new { c.Municipality, c.Id, c.GoalInstrument, c.BirthYear, c.Sex, c.NewUser, c.StartedOn, c.EndedOn, c.EndReason }).ToListAsync(ct);
        var measured = await (
            from m in measurements
            join c in cases on new { m.Municipality, Id = m.CaseId } equals new { c.Municipality, c.Id }
            select new { m.Municipality, m.CaseId, m.Point, m.Status, m.MeasuredOn, m.SppbBalance, m.SppbGait, m.SppbChair, m.Satisfaction }).ToListAsync(ct);
        var ratings = (await (
            from r in goalRatings
            join c in cases on new { r.Municipality, Id = r.CaseId } equals new { c.Municipality, c.Id }
            orderby r.Number
            select new { r.Municipality, r.CaseId, r.Point, r.Number, r.Performance, r.Satisfaction }).ToListAsync(ct))
            .ToLookup(r => (r.Municipality, r.CaseId, r.Point), r => new GoalRating(r.Number, r.Performance, r.Satisfaction));
        var hours = (await (
            from h in granted
            join c in cases on new { h.Municipality, Id = h.CaseId } equals new { c.Municipality, c.Id }
            select new { h.Municipality, h.CaseId, h.Point, h.Service, h.HoursPerWeek }).ToListAsync(ct))
            .ToLookup(h => (h.Municipality, h.CaseId, h.Point), h => new ServiceHours(h.Service, h.HoursPerWeek));
        var points = measured.ToLookup(
            m => (m.Municipality, m.CaseId),
            m => new MeasuredPoint(
                m.Point,
                m.Status,
                m.MeasuredOn,
                new SppbParts(Part(m.SppbBalance), Part(m.SppbGait), Part(m.SppbChair)),
                m.Satisfaction is { } satisfied ? new Satisfaction(satisfied) : null,
                [.. ratings[(m.Municipality, m.CaseId, m.Point)]],
                [.. hours[(m.Municipality, m.CaseId, m.Point)]]));
        return
        [
            .. rows.Select(c => new CaseOutcome
            {
                Id = c.Id,
                Municipality = c.Municipality,
                Instrument = c.GoalInstrument,
                BirthYear = c.BirthYear,
                Sex = c.Sex,
                NewUser = c.NewUser,
                StartedOn = c.StartedOn,
                EndedOn = c.EndedOn,
                EndReason = c.EndReason,
                Points = [.. points[(c.Municipality, c.Id)].OrderBy(p => p.Point)],
            }),
        ];
    }

    private static SppbPart? Part(int? points) => points is { } there ? new SppbPart(there) : null;
}
