using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>What a network was before the latest step, kept with it.</summary>
/// <param name="From">The state it goes back to.</param>
/// <param name="Until">When the mails go out.</param>
/// <param name="Mails">The mails that wait; a step that has told nobody has none, and can be taken back until the next step.</param>
/// <param name="Change">The change shown on the invitation.</param>
internal sealed record NetworkUndo(NetworkState From, DateTimeOffset? PublishedAt, DateTimeOffset? DecidedAt, DateTimeOffset Until, IReadOnlyList<Guid> Mails, Guid? Change)
{
    /// <summary>How the latest step of a network is taken back now; null when it cannot be.</summary>
    /// <param name="enrolled">How many municipalities have enrolled: an invitation that somebody has answered is not taken back.</param>
    public static NetworkUndo? Of(NetworkRow row, int enrolled, DateTimeOffset now) =>
        row.Undo.Length > 0 && JsonSerializer.Deserialize<NetworkUndo>(row.Undo) is { } undo
        && (undo.Mails.Count == 0 || now < undo.Until) && (undo.From is not NetworkState.Draft || enrolled == 0) ? undo : null;

    /// <summary>Takes the step back, within the transaction of the caller.</summary>
    /// <returns>False when a mail has gone out in the meantime; nothing may be saved then.</returns>
    public async Task<bool> Apply(MestringDb db, NetworkRow row, CancellationToken ct)
    {
        var ids = Mails.ToArray();
        if (await db.Mails.Where(m => ids.Contains(m.Id) && m.SentAt == null && m.Attempts == 0).ExecuteDeleteAsync(ct) < ids.Length)
        {
            return false;
        }

        await db.NetworkChanges.Where(c => c.Id == Change).ExecuteDeleteAsync(ct);
        (row.State, row.PublishedAt, row.DecidedAt, row.Undo) = (From, PublishedAt, DecidedAt, string.Empty);
        row.Version++;
        return true;
    }
}
