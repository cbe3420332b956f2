using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Places;

/// <summary>Puts the shipped municipalities and their changes into the database where they are missing. What was imported later stays as it is.</summary>
internal static class PlaceTable
{
    public static async Task Seed(MestringDb db, CancellationToken ct)
    {
        if (await AddMissing(db, ct) is 0)
        {
            return;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another instance that starts now has written the same.
            db.ChangeTracker.Clear();
            if (await AddMissing(db, ct) > 0)
            {
                throw;
            }
        }
    }

    private static async Task<int> AddMissing(MestringDb db, CancellationToken ct)
    {
        var codes = (await db.Places.Select(p => p.Code).ToListAsync(ct)).ToHashSet();
        var places = ShippedPlaces.Municipalities().Where(m => !codes.Contains(m.Code)).Select(m => new PlaceRow
        {
            Code = m.Code,
            ValidFrom = m.ValidFrom,
            Name = m.Name,
            CountyCode = m.CountyCode,
            CountyName = m.CountyName,
        }).ToList();
        var steps = (await db.PlaceChanges.Select(c => new { c.FromCode, c.ToCode, c.ChangedOn }).ToListAsync(ct)).Select(c => (c.FromCode, c.ToCode, c.ChangedOn)).ToHashSet();
        var changes = ShippedPlaces.Changes().Where(c => steps.Add((c.From, c.To, c.On))).Select(c => new PlaceChangeRow
        {
            FromCode = c.From,
            ToCode = c.To,
            ChangedOn = c.On,
            Kind = c.Kind.ToString(),
        }).ToList();
        db.Places.AddRange(places);
        db.PlaceChanges.AddRange(changes);
        return places.Count + changes.Count;
    }
}
