using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>The municipalities there are on a day, and how many people live in one.</summary>
internal static class InForce
{
    /// <summary>In Norwegian order of names.</summary>
    public static async Task<IReadOnlyList<PlaceName>> On(MestringDb db, DateOnly day, CancellationToken ct)
    {
        var places = await db.Places.AsNoTracking().Where(p => p.ValidFrom <= day && (p.ValidTo == null || p.ValidTo > day)).OrderBy(p => p.Code).Take(2000).Select(p => new { p.Code, p.Name }).ToListAsync(ct);
        return [.. places.Select(p => PlaceName.Of(p.Code, p.Name)).OrderBy(p => p.Name, Design.Texts.NameOrder)];
    }

    /// <summary>The newest count up to a day; null when the register has none.</summary>
    public static async Task<Population?> Inhabitants(MestringDb db, MunicipalityCode municipality, DateOnly day, CancellationToken ct) =>
        await db.Populations.AsNoTracking().Where(p => p.Code == municipality && p.AsOf <= day).OrderByDescending(p => p.AsOf).FirstOrDefaultAsync(ct) is { } row
            ? new Population(row.Code, row.AsOf, row.Inhabitants, row.Source)
            : null;
}
