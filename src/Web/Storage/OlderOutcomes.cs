using Mestring.Core.Measures;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Packs anew the values of courses that an earlier version of the program packed in another layout, with what they wait for.</summary>
internal static class OlderOutcomes
{
    private const int Portion = 500;

    /// <returns>How many courses were packed anew.</returns>
    public static async Task<int> Renew(MestringDb db, Tenant tenant, CancellationToken ct)
    {
        // Bytes are ordered by their first one, which is the version, in both databases.
        byte[] current = [CaseOutcomeCodec.Version];
        for (var renewed = 0; ;)
        {
            var rows = await db.Cases.FromSql($"SELECT * FROM cases WHERE outcome < {current}").IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking()
                .OrderBy(c => c.Municipality).ThenBy(c => c.Id).Take(Portion).ToListAsync(ct);
            if (rows.Count == 0)
            {
                tenant.Municipality = default;
                return renewed;
            }

            foreach (var some in rows.GroupBy(r => (r.Municipality, r.Network)))
            {
                tenant.Municipality = some.Key.Municipality;
                var network = await db.Networks.AsNoTracking().SingleAsync(n => n.Slug == some.Key.Network, ct);
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                await using var writer = new BulkWriter(db);
                foreach (var file in await CaseFile.Many(db, network.Read().Programme.Windows, [.. some], ct))
                {
                    file.Pack();
                    file.Save(writer);
                    renewed++;
                }

                await writer.Write(ct);
                await transaction.CommitAsync(ct);
            }
        }
    }
}
