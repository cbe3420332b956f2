using Mestring.Core;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Networks;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>
/// The leader corrects a coordinator's mistyped address, or sends again to the one that stands: mails that wait or were set aside go to it, and the receipt, or the way
/// into the account, is mailed anew. Once the coordinator has signed in the address is the coordinator's own to change.
/// </summary>
public static class CorrectAddress
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/{slug}/enrolments/{municipality}/address", Correct).ForLeader();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Correct(
        string slug, MunicipalityCode municipality, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowEnrolment.Find(db, slug, municipality, ct) is not ({ } run, { } row))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var email = form.Email("address", texts["access.email.missing"]);
        if (form.IsValid && await HasSignedIn(db, row, ct))
        {
            form.Refuse("address", texts["gatherings.address.theirs"]);
        }

        if (!form.IsValid || email is not { } address)
        {
            return await ShowEnrolment.Show(slug, municipality, form, texts, db, clock, ct);
        }

        var (old, now) = (row.CoordinatorEmail, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        row.CoordinatorEmail = address.Text;
        row.Version++;
        audit.Note("correct-address", $"enrolment/{municipality}/{slug}", municipality, slug, new { email = old }, new { email = address.Text });
        await db.Mails.Where(m => m.Network == slug && m.Municipality == municipality && m.Recipient == old && m.SentAt == null).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.Recipient, address.Text).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now).SetProperty(x => x.GivenUpAt, (DateTimeOffset?)null).SetProperty(x => x.Error, (string?)null), ct);
        if (row.State is EnrolmentState.Confirmed)
        {
            await Move(db, audit, row, old, address, ct);
            await DecideEnrolment.OpenAccount(db, row, site, audit, now, ct);
        }
        else
        {
            EnrolmentMails.Receipt(db, now, row, run.Definition, Run.Spoken(row), site);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return TypedResults.Redirect($"/desk/{slug}/enrolments/{municipality}");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.RefuseAsConflict();
        }

        return await ShowEnrolment.Show(slug, municipality, form, texts, db, clock, ct);
    }

    /// <summary>The account that was opened at the mistyped address, and that nobody has ever used, is the coordinator's under the right one; whoever has the wrong one gets nothing.</summary>
    private static async Task Move(MestringDb db, Audit audit, EnrolmentRow row, string old, EmailAddress address, CancellationToken ct)
    {
        if (string.Equals(old, address.Text, StringComparison.Ordinal) || await Accounts.Find(db, old, ct) is not { PasswordHash: null, Demonstration: false } unused)
        {
            return;
        }

        if (await Accounts.Find(db, address.Text, ct) is null && await AccountActions.IsOnlyIn(db, unused.Id, row.Municipality, ct))
        {
            unused.Email = address.Text;
            audit.NoteAccount("change-address", unused.Id, municipality: row.Municipality);
            await db.SaveChangesAsync(ct);
        }
        else if (await db.PersonRoles.FindAsync([unused.Id, Role.Coordinator, row.Municipality, string.Empty], ct) is { } role)
        {
            db.PersonRoles.Remove(role);
            audit.NoteAccount("remove-role", unused.Id, municipality: row.Municipality);
        }
    }

    private static async Task<bool> HasSignedIn(MestringDb db, EnrolmentRow row, CancellationToken ct) =>
        row.State is EnrolmentState.Confirmed && await Accounts.Find(db, row.CoordinatorEmail, ct) is { PasswordHash: not null } person
        && await db.PersonRoles.AnyAsync(r => r.PersonId == person.Id && r.Municipality == row.Municipality && person.SignedInAt >= r.GrantedAt, ct);
}
