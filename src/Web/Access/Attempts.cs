using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>
/// How often something may be guessed. A place is taken before anything is evaluated and given back when the guess was right, so that many guesses
/// sent at the same moment are counted like many sent one after the other.
/// </summary>
internal static class Attempts
{
    /// <summary>The time they are counted over.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Wrong guesses that are answered, of one account from one place.</summary>
    public const int Most = 5;

    /// <returns>What was taken; null when one of the limits is reached, and then nothing is counted.</returns>
    public static async Task<Guid[]?> Take(MestringDb db, DateTimeOffset now, IReadOnlyList<(string Key, int Most)> limits, CancellationToken ct)
    {
        var since = now - Window;
        var keys = limits.Select(l => l.Key).ToArray();

        // Who is over a limit already takes no place: places taken for a moment would keep others out.
        if (await IsOver(db, limits, keys, since, 0, ct))
        {
            return null;
        }

        var taken = limits.Select(l => new SignInAttempt { Id = Guid.CreateVersion7(now), Key = l.Key, At = now }).ToArray();
        db.SignInAttempts.AddRange(taken);
        await db.SaveChangesAsync(ct);
        Guid[] ids = [.. taken.Select(t => t.Id)];
        foreach (var each in taken)
        {
            db.Entry(each).State = EntityState.Detached;
        }

        if (!await IsOver(db, limits, keys, since, 1, ct))
        {
            return ids;
        }

        await Return(db, ids, ct);
        return null;
    }

    /// <summary>Gives back what was taken: the guess was right.</summary>
    public static Task<int> Return(MestringDb db, Guid[] taken, CancellationToken ct) => db.SignInAttempts.Where(a => taken.Contains(a.Id)).ExecuteDeleteAsync(ct);

    private static async Task<bool> IsOver(MestringDb db, IReadOnlyList<(string Key, int Most)> limits, string[] keys, DateTimeOffset since, int own, CancellationToken ct)
    {
        var counts = await db.SignInAttempts.Where(a => keys.Contains(a.Key) && a.At > since).GroupBy(a => a.Key).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return limits.Any(l => (counts.Find(c => string.Equals(c.Key, l.Key, StringComparison.Ordinal))?.Count ?? 0) >= l.Most + own);
    }
}
