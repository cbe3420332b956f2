using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>What somebody who may can do with another's account: end it, take a role away, let the second factor be set up anew. Pages and the command line do the same.</summary>
internal static class AccountActions
{
    /// <summary>Ends an account: nothing opens it any more, and nothing it had is left. The row stays, since the trail tells of it; a new invitation begins anew.</summary>
    public static async Task End(MestringDb db, Audit audit, Person person, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var roles = await db.PersonRoles.Where(r => r.PersonId == person.Id).ToListAsync(ct);
        foreach (var role in roles)
        {
            audit.NoteAccount("remove-role", person.Id, municipality: role.Municipality, after: new { role = role.Role.ToString() });
        }

        db.PersonRoles.RemoveRange(roles);
        (person.DisabledAt, person.PasswordHash) = (now, null);
        await ForgetSecondFactor(db, person, ct);
        audit.NoteAccount("end-account", person.Id);
        await db.SaveChangesAsync(ct);
        await CloseDoors(db, person.Id, now, ct);
        await db.CalendarFeeds.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(f => f.PersonId == person.Id).ExecuteDeleteAsync(ct);
        await db.Drafts.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(d => d.PersonId == person.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Takes a role away; the person is signed out, and who has none left keeps an account that opens nothing.</summary>
    public static async Task RemoveRole(MestringDb db, Audit audit, PersonRole role, DateTimeOffset now, CancellationToken ct)
    {
        db.PersonRoles.Remove(role);
        audit.Note("remove-role", $"{Audit.Accounts}{role.PersonId}", role.Municipality, role.Network, before: new { role = role.Role.ToString() });
        await db.SaveChangesAsync(ct);
        await Sessions.RevokeAll(db, role.PersonId, now, ct);
    }

    /// <summary>Forgets a second factor that was lost, with its recovery codes; the person sets up another at the next sign-in, and is told.</summary>
    public static async Task ResetSecondFactor(MestringDb db, Audit audit, Person person, SiteAddress site, MunicipalityCode municipality, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ForgetSecondFactor(db, person, ct);
        audit.NoteAccount("reset-second-factor", person.Id, municipality: municipality);
        Accounts.Tell(db, person, "factor-reset", site, now);
        await db.SaveChangesAsync(ct);
        await Sessions.RevokeAll(db, person.Id, now, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether all that the person may do is in this municipality, so that its coordinators answer for the whole account.</summary>
    public static async Task<bool> IsOnlyIn(MestringDb db, Guid person, MunicipalityCode municipality, CancellationToken ct) =>
        !await db.PersonRoles.AnyAsync(r => r.PersonId == person && r.Municipality != municipality, ct);

    private static async Task ForgetSecondFactor(MestringDb db, Person person, CancellationToken ct)
    {
        (person.TotpSecret, person.TotpConfirmedAt, person.TotpLastStep) = (null, null, 0);
        await db.RecoveryCodes.Where(c => c.PersonId == person.Id).ExecuteDeleteAsync(ct);
    }

    private static async Task CloseDoors(MestringDb db, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        await Sessions.RevokeAll(db, person, now, ct);
        await db.OneTimeLinks.Where(l => l.PersonId == person && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), ct);
    }
}
