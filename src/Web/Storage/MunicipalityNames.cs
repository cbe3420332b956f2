using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>What municipalities are called.</summary>
internal static class MunicipalityNames
{
    /// <summary>The name the tenant's municipality enrolled with last, or the one in the register.</summary>
    public static async Task<string> Own(MestringDb db, CancellationToken ct) =>
        await db.Enrolments.AsNoTracking().OrderByDescending(e => e.SubmittedAt).Select(e => e.MunicipalityName).FirstOrDefaultAsync(ct) is { Length: > 0 } name
            ? name
            : (await Of(db, [db.Tenant], ct))[db.Tenant];

    /// <summary>The name each municipality was enrolled with, or the one in the register; the code itself where neither knows it.</summary>
    public static async Task<IReadOnlyDictionary<MunicipalityCode, string>> Of(MestringDb db, IEnumerable<MunicipalityCode> municipalities, CancellationToken ct)
    {
        var wanted = municipalities.ToArray();
        var names = wanted.ToDictionary(m => m, m => m.ToString());
        foreach (var place in await db.Places.AsNoTracking().Where(p => wanted.Contains(p.Code)).OrderBy(p => p.ValidFrom).Select(p => new { p.Code, p.Name }).ToListAsync(ct))
        {
            names[place.Code] = place.Name;
        }

        return names;
    }
}
