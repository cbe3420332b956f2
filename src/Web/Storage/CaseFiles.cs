using Mestring.Core.Networks;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Many courses at once, to be read and not changed.</summary>
internal static class CaseFiles
{
    /// <summary>The newest courses of the tenant's municipality in one network, with all their rows, in five SQL commands however many there are.</summary>
    public static async Task<IReadOnlyList<CaseFile>> Read(MestringDb db, string network, IReadOnlyList<FollowUpWindow> windows, int most, CancellationToken ct)
    {
        var rows = await db.Cases.AsNoTracking().Where(c => c.Network == network).OrderByDescending(c => c.StartedOn).ThenBy(c => c.Id).Take(most).ToListAsync(ct);
        var ids = db.Cases.Where(c => c.Network == network).OrderByDescending(c => c.StartedOn).ThenBy(c => c.Id).Take(most).Select(c => c.Id);
        var goals = (await db.Goals.AsNoTracking().Where(g => ids.Contains(g.CaseId)).OrderBy(g => g.Number).ToListAsync(ct)).ToLookup(g => g.CaseId);
        var measurements = (await db.Measurements.AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToListAsync(ct)).ToLookup(m => m.CaseId);
        var grants = (await db.Grants.AsNoTracking().Where(g => ids.Contains(g.CaseId)).ToListAsync(ct)).ToLookup(g => g.CaseId);
        var input = (await db.Input.AsNoTracking().Where(i => ids.Contains(i.CaseId)).OrderBy(i => i.Week).ToListAsync(ct)).ToLookup(i => i.CaseId);
        return [.. rows.Select(r => new CaseFile(db, windows, r, [.. goals[r.Id]], [.. measurements[r.Id]], [.. grants[r.Id]], [.. input[r.Id]], isNew: false))];
    }
}
