using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Networks;

/// <summary>How many municipalities have enrolled: the one thing the public is told about them.</summary>
/// <param name="Received">Not answered yet.</param>
/// <param name="Confirmed">Members.</param>
internal sealed record EnrolmentCounts(int Received, int Confirmed)
{
    public static readonly EnrolmentCounts None = new(0, 0);

    /// <summary>Those who want in and are not turned down or waiting.</summary>
    public int In => Received + Confirmed;

    public static async Task<IReadOnlyDictionary<string, EnrolmentCounts>> ByNetwork(MestringDb db, CancellationToken ct)
    {
        var counts = await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter])
            .GroupBy(e => new { e.Network, e.State }).Select(g => new { g.Key.Network, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        return counts.GroupBy(c => c.Network, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new EnrolmentCounts(
                g.Where(c => c.State is EnrolmentState.Received).Sum(c => c.Count),
                g.Where(c => c.State is EnrolmentState.Confirmed).Sum(c => c.Count)),
            StringComparer.Ordinal);
    }

    public static async Task<EnrolmentCounts> Of(MestringDb db, string network, CancellationToken ct) => new(
        await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync(e => e.Network == network && e.State == EnrolmentState.Received, ct),
        await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync(e => e.Network == network && e.State == EnrolmentState.Confirmed, ct));
}
