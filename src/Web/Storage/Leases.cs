using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Which instance does a background task: one row a task, taken over when its time is out.</summary>
internal static class Leases
{
    /// <summary>Takes or renews the lease; false while another instance holds it.</summary>
    public static async Task<bool> Take(MestringDb db, string name, string holder, DateTimeOffset now, TimeSpan length, CancellationToken ct)
    {
        var taken = await db.Leases
            .Where(l => l.Name == name && (l.Holder == holder || l.Until < now))
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.Holder, holder).SetProperty(x => x.Until, now + length).SetProperty(x => x.Done, 0).SetProperty(x => x.Stop, false), ct);
        if (taken > 0)
        {
            return true;
        }

        if (await db.Leases.AnyAsync(l => l.Name == name, ct))
        {
            return false;
        }

        db.Leases.Add(new Lease { Name = name, Holder = holder, Until = now + length });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
