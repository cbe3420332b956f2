using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Networks;

/// <summary>The first run of each programme that has been held, shown as it was, in every database.</summary>
internal static class HistoricalNetworks
{
    public static async Task Seed(MestringDb db, Programmes programmes, CancellationToken ct)
    {
        var runs = programmes.All.Where(p => p.FirstRun is not null).Select(p => new NetworkDefinition(p, p.FirstRun!)).ToList();
        var missing = await Missing(db, runs, ct);
        db.Networks.AddRange(missing.Select(Row));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another instance that starts now has written the same.
            db.ChangeTracker.Clear();
            if ((await Missing(db, runs, ct)).Count > 0)
            {
                throw;
            }
        }
    }

    private static async Task<List<NetworkDefinition>> Missing(MestringDb db, List<NetworkDefinition> runs, CancellationToken ct)
    {
        var slugs = runs.Select(r => r.Terms.Slug).ToArray();
        var there = await db.Networks.Where(n => slugs.Contains(n.Slug)).Select(n => n.Slug).ToListAsync(ct);
        return [.. runs.Where(r => !there.Contains(r.Terms.Slug, StringComparer.Ordinal))];
    }

    private static NetworkRow Row(NetworkDefinition run) => new()
    {
        Slug = run.Terms.Slug,
        Programme = run.Programme.Id,
        State = NetworkState.Ended,
        Definition = ProgrammeJson.Write(run),
        Deadline = run.Terms.Deadline,
        FirstDay = run.Starts(),
        LastDay = run.Ends(),
    };
}
