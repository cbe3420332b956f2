using Mestring.Core.Indicators;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Comparison;

/// <summary>Reads what a page or report of results needs, as it is now; nothing is kept from one request to the next.</summary>
internal static class ResultsQuery
{
    /// <param name="year">The year of the figures; null for the one most have handed over.</param>
    /// <param name="own">The municipality that looks at itself; null for the network leader.</param>
    public static async Task<(Results Results, IndicatorYear Indicators)> Of(MestringDb db, string slug, MunicipalityCode? own, TimeProvider clock, CancellationToken ct, int? year = null)
    {
        var network = Definitions.Of(slug, await db.Networks.AsNoTracking().Where(n => n.Slug == slug).Select(n => n.Definition).SingleAsync(ct));
        var names = await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking()
            .Where(e => e.Network == slug && e.State == EnrolmentState.Confirmed)
            .ToDictionaryAsync(e => e.Municipality, e => e.MunicipalityName, ct);
        var cases = network.Programme.Features.RegistersCases ? await CaseOutcomes.OfWholeNetwork(db, slug, ct) : [];
        var results = new Results(network, names, own, cases.TrueForAll(c => names.ContainsKey(c.Municipality)) ? cases : cases.FindAll(c => names.ContainsKey(c.Municipality)), clock.Today())
        {
            Prices = own is null || !network.Programme.Features.RegistersCases ? null : (await db.Prices.AsNoTracking().SingleOrDefaultAsync(p => p.Network == slug, ct))?.Read(),
            NotStarted = network.Programme.Features.RegistersCases ? await NotStarted(db, slug, ct) : new Dictionary<MunicipalityCode, int[]>(),
        };
        return (results, network.Programme.Features.CollectsDeliveries ? await Year(db, slug, network.Programme, names, own, year, clock.Today(), ct) : IndicatorYear.None);
    }

    private static async Task<Dictionary<MunicipalityCode, int[]>> NotStarted(MestringDb db, string slug, CancellationToken ct) => (
        await db.Intakes.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking().Where(i => i.Network == slug)
            .GroupBy(i => i.Municipality).Select(g => new { Municipality = g.Key, NotInTarget = g.Sum(i => i.NotInTarget), SaidNo = g.Sum(i => i.SaidNo) }).ToListAsync(ct))
        .ToDictionary(i => i.Municipality, i => (int[])[i.NotInTarget, i.SaidNo]);

    /// <summary>
    /// The figures of one year that is over: the one asked for, or else the latest that at least half as many have handed over as have for any year.
    /// One municipality that is early leaves the comparison of the others as it is.
    /// </summary>
    private static async Task<IndicatorYear> Year(
        MestringDb db, string slug, Programme programme, Dictionary<MunicipalityCode, string> names, MunicipalityCode? own, int? asked, DateOnly today, CancellationToken ct)
    {
        var deliveries = (await db.Deliveries.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking()
            .Where(d => d.Network == slug && d.State == DeliveryState.HandedOver && d.Year < today.Year)
            .Select(d => new { d.Municipality, d.Year }).ToListAsync(ct)).Where(d => names.ContainsKey(d.Municipality)).ToList();
        if (deliveries.Count == 0)
        {
            return IndicatorYear.None;
        }

        var years = deliveries.GroupBy(d => d.Year).OrderByDescending(g => g.Key).Select(g => (Year: g.Key, Count: g.Count())).ToList();
        var year = years.Exists(y => y.Year == asked) ? asked!.Value : years.Find(y => 2 * y.Count >= years.Max(x => x.Count)).Year;
        var delivered = deliveries.Where(d => d.Year == year).Select(d => d.Municipality).ToHashSet();
        var values = await db.DeliveryValues.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking()
            .Where(v => v.Network == slug && v.Year == year)
            .Select(v => new { v.Municipality, v.Item, v.Value, v.Reason }).ToListAsync(ct);
        var figures = values.Where(v => delivered.Contains(v.Municipality)).GroupBy(v => v.Municipality).ToDictionary(
            g => g.Key,
            g => (IReadOnlyDictionary<string, Figure>)g.ToDictionary(v => v.Item, v => FigureOf(v.Value, v.Reason), StringComparer.Ordinal));
        return new IndicatorYear(year, delivered.Count, IndicatorResults.Of(programme.Indicators, programme.Figures, figures, own), [.. years.Select(y => y.Year)]);
    }

    private static Figure FigureOf(double? value, string reason) => value is { } number ? Figure.Of(number)
        : reason is nameof(FigureState.NotApplicable) ? Figure.NotApplicable
        : Figure.Missing;
}
