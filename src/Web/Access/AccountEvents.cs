using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>What has happened to an account: signed in, tried and failed, locked, new password, links, roles. Shown to the person, to coordinators who answer for the account, and to the operator.</summary>
public static class AccountEvents
{
    internal static async Task<IReadOnlyList<Line>> Of(MestringDb db, Guid person, Texts texts, int most, CancellationToken ct)
    {
        var subject = $"{Audit.Accounts}{person}";
        var found = await db.Audit.AsNoTracking().Where(a => a.Subject == subject || (a.PersonId == person && a.Action == Gatekeeper.RefusedAction))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(most).Select(a => new { a.At, a.PersonId, a.PersonName, a.Action }).ToListAsync(ct);
        return [.. found.Select(a => new Line(a.At, Said(a.Action, texts), a.PersonId == person || a.PersonId is null ? string.Empty : a.PersonName))];
    }

    /// <summary>The latest of all accounts, for the operator; also tries of addresses that have none.</summary>
    internal static async Task<IReadOnlyList<Line>> Latest(MestringDb db, Texts texts, int most, CancellationToken ct)
    {
        var found = await db.Audit.AsNoTracking().Where(a => a.Subject.StartsWith(Audit.Accounts) || a.Action == Gatekeeper.RefusedAction)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(most).Select(a => new { a.At, a.PersonName, a.Action, a.Subject }).ToListAsync(ct);
        var ids = found.Select(a => Guid.TryParse(a.Subject[(a.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..], out var id) ? id : Guid.Empty).ToList();
        var names = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. found.Select((a, i) => new Line(a.At, Said(a.Action, texts), names.GetValueOrDefault(ids[i]) is { } whose && !string.Equals(whose, a.PersonName, StringComparison.Ordinal) ? $"{a.PersonName} → {whose}" : a.PersonName))];
    }

    private static string Said(string action, Texts texts) => Texts.Has($"access.action.{action}") ? texts[$"access.action.{action}"] : action;

    /// <param name="By">Who did it, where it was somebody else.</param>
    public sealed record Line(DateTimeOffset At, string What, string By);
}
