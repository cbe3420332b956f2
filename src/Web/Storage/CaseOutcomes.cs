using Mestring.Core.Measures;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Reads the courses of a network as values, in one SQL command however many there are.</summary>
internal static class CaseOutcomes
{
    /// <summary>The courses of the tenant's municipality in one network, by start and id.</summary>
    public static Task<IReadOnlyList<CaseOutcome>> Of(MestringDb db, string network, CancellationToken ct) => Read(network, db.Cases.AsNoTracking(), ct);

    /// <summary>
    /// The courses of every municipality in one network, past the tenant filter. What comes out holds single persons: only figures that
    /// have passed disclosure control may leave the municipality.
    /// </summary>
    public static Task<IReadOnlyList<CaseOutcome>> OfWholeNetwork(MestringDb db, string network, CancellationToken ct) =>
        Read(network, db.Cases.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]), ct);

    private static async Task<IReadOnlyList<CaseOutcome>> Read(string network, IQueryable<CaseRow> visible, CancellationToken ct) =>
        (await visible.Where(c => c.Network == network).OrderBy(c => c.StartedOn).ThenBy(c => c.Id).Select(c => new { c.Municipality, c.Outcome }).ToListAsync(ct)).ConvertAll(c => CaseOutcomeCodec.Read(c.Municipality, c.Outcome));
}
