using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Places;

/// <summary>Takes in the municipalities of a day, and how many people live in them: everything, or nothing.</summary>
internal static class ImportPlaces
{
    /// <summary>Real counties have lower numbers; what stands here is made up and no official list ends it.</summary>
    private const string MadeUpCounty = "99";

    /// <param name="db">The database.</param>
    /// <param name="read">What was read.</param>
    /// <param name="ct">Stops the writing; nothing is kept then.</param>
    /// <exception cref="FormatException">What was read cannot be what is in force; nothing is changed.</exception>
    public static async Task<ImportedPlaces> Run(MestringDb db, PlacesRead read, CancellationToken ct)
    {
        var strategy = db.Database.CreateExecutionStrategy();
        return await strategy.ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var places = read.Municipalities.Count > 0 ? await Municipalities(db, read, ct) : (0, 0, 0);
            var populations = read.Populations.Count > 0 ? await Populations(db, read.Populations, ct) : (0, 0);
            await transaction.CommitAsync(ct);
            return new ImportedPlaces(read, places, populations);
        });
    }

    private static async Task<(int New, int Changed, int Ended)> Municipalities(MestringDb db, PlacesRead read, CancellationToken ct)
    {
        var inForce = await db.Places.AsNoTracking().Where(p => p.ValidTo == null && p.CountyCode != MadeUpCounty).ToDictionaryAsync(p => p.Code, ct);
        var said = read.Municipalities.ToDictionary(m => m.Code);
        var ended = inForce.Values.Where(p => !said.ContainsKey(p.Code)).ToList();
        if (ended.FirstOrDefault(p => p.ValidFrom >= read.Day) is { } younger)
        {
            throw new FormatException($"The municipalities are those of {read.Day:yyyy-MM-dd}, and {younger.Code} {younger.Name} came {younger.ValidFrom:yyyy-MM-dd}: this is an older list than the one here. Ask KLASS for a later day, and say which with --date.");
        }

        if (ended.Count * 4 > inForce.Count)
        {
            throw new FormatException($"{ended.Count} of the {inForce.Count} municipalities in force are not in the list of {said.Count}. It looks like a part of a list; ask KLASS for all of classification 131.");
        }

        var added = read.Municipalities.Where(m => !inForce.ContainsKey(m.Code)).ToList();
        var changed = read.Municipalities.Where(m => inForce.TryGetValue(m.Code, out var there) && (there.Name, there.CountyCode, there.CountyName) != (m.Name, m.CountyCode, m.CountyName)).ToList();
        await PlaceWriter.End(db, ended.Select(p => p.Code), read.Day, ct);
        await PlaceWriter.Add(db, added, ct);
        await PlaceWriter.Change(db, changed, ct);
        return (added.Count, changed.Count, ended.Count);
    }

    private static async Task<(int New, int Changed)> Populations(MestringDb db, IReadOnlyList<Population> populations, CancellationToken ct)
    {
        var inForce = await db.Places.AsNoTracking().Where(p => p.ValidTo == null).Select(p => p.Code).ToListAsync(ct);
        var ended = (await db.PlaceChanges.AsNoTracking().Where(c => !inForce.Contains(c.FromCode)).Select(c => new { c.FromCode, c.ChangedOn }).ToListAsync(ct))
            .Concat(await db.Places.AsNoTracking().Where(p => p.ValidTo != null).Select(p => new { FromCode = p.Code, ChangedOn = p.ValidTo!.Value }).ToListAsync(ct))
            .GroupBy(c => c.FromCode).ToDictionary(g => g.Key, g => g.Max(c => c.ChangedOn));
        if (populations.FirstOrDefault(p => ended.TryGetValue(p.Municipality, out var end) && p.AsOf >= end) is { } late)
        {
            throw new FormatException($"{late.Municipality} ended {ended[late.Municipality]:yyyy-MM-dd} and has no inhabitants on {late.AsOf:yyyy-MM-dd}. Use the codes in force on that day.");
        }

        var there = await db.Populations.AsNoTracking().Select(p => new { p.Code, p.AsOf, p.Inhabitants }).ToDictionaryAsync(p => (p.Code, p.AsOf), p => p.Inhabitants, ct);
        var changed = populations.Count(p => there.TryGetValue((p.Municipality, p.AsOf), out var inhabitants) && inhabitants != p.Inhabitants);
        var added = populations.Count(p => !there.ContainsKey((p.Municipality, p.AsOf)));
        await PlaceWriter.Put(db, populations, ct);
        return (added, changed);
    }
}
