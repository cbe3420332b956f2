using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Places;

/// <summary>Puts the shipped municipalities, their changes and their inhabitants into the database where they are missing. What was imported later stays as it is.</summary>
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
        var counted = (await db.Populations.Select(p => new { p.Code, p.AsOf }).ToListAsync(ct)).Select(p => (p.Code, p.AsOf)).ToHashSet();
        var populations = MunicipalityFacts.All.SelectMany(f => f.Value.Inhabitants.Where(i => !counted.Contains((f.Key, i.AsOf))).Select(i => new PopulationRow
        {
            Code = f.Key,
            AsOf = i.AsOf,
            Inhabitants = i.Inhabitants,
            Source = MunicipalityFacts.Source,
        })).ToList();
        db.Places.AddRange(places);
        db.PlaceChanges.AddRange(changes);
        db.Populations.AddRange(populations);
        return places.Count + changes.Count + populations.Count;
    }
}
