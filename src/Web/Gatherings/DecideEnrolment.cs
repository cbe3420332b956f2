using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>What becomes of an enrolment. Confirming it gives the coordinator an account; every decision is mailed in the language of the enrolment.</summary>
public static class DecideEnrolment
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/{slug}/enrolments/{municipality}", Decide).ForLeader();
        app.MapPost("/desk/{slug}/enrolments/{municipality}/fee", Agree).ForLeader();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Decide(
        string slug, MunicipalityCode municipality, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowEnrolment.Find(db, slug, municipality, ct) is not ({ } run, { } row))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var to = form.Choice<EnrolmentState>("to", texts["gatherings.enrolment.choose"]);
        var note = form.Optional("note", 2000, lines: true);
        if (form.IsValid && row.State == to)
        {
            // The button pressed twice: the first press did it, and mailed it.
            return TypedResults.Redirect($"/desk/{slug}/enrolments/{municipality}");
        }

        if (form.IsValid && to is EnrolmentState.Confirmed && EmailAddress.Read(row.CoordinatorEmail, out _) is not null)
        {
            form.Refuse("address", texts["gatherings.address.first", row.CoordinatorEmail]);
        }

        if (form.IsValid && form.Version != row.Version)
        {
            form.RefuseAsConflict();
        }
        else if (form.IsValid && !row.State.CanBecome(to))
        {
            form.Refuse("to", texts["gatherings.enrolment.cannot", texts[$"gatherings.enrolment.{row.State}"], texts[$"gatherings.enrolment.{to}"]]);
        }

        var members = await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync(e => e.Network == slug && e.State == EnrolmentState.Confirmed, ct);
        if (form is { IsValid: true, IsConflict: false } && await Saved(db, async now =>
        {
            var from = row.State;
            row.State = to;
            row.DecidedAt = now;
            row.Version++;
            audit.Note("decide-enrolment", $"enrolment/{municipality}/{slug}", municipality, slug, new { state = from.ToString() }, new { state = to.ToString() });
            Tell(db, run, row, to, note, IsFull(run, members), site, now);
            if (to is EnrolmentState.Confirmed)
            {
                await OpenAccount(db, row, site, audit, now, ct);
            }
        }, clock, form, ct))
        {
            return TypedResults.Redirect($"/desk/{slug}/enrolments/{municipality}");
        }

        return await ShowEnrolment.Show(slug, municipality, form, texts, db, clock, ct);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Agree(
        string slug, MunicipalityCode municipality, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await ShowEnrolment.Find(db, slug, municipality, ct) is not (_, { } row) || ShowEnrolment.Frozen(row) is not { ByAgreement: true } fee)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var amount = TermsForm.Amount(form, "amount", texts);
        if (form.IsValid && amount is null)
        {
            form.Refuse("amount", texts["gatherings.edit.amount"]);
        }

        if (form.IsValid && form.Version != row.Version && row.FeeAmount != amount)
        {
            form.RefuseAsConflict();
        }

        if (form is { IsValid: true, IsConflict: false } && await Saved(db, _ =>
        {
            audit.Note("agree-fee", $"enrolment/{municipality}/{slug}", municipality, slug, new { amount = row.FeeAmount }, new { amount });
            row.FeeRule = ProgrammeJson.Write(fee.Agree(amount!.Value));
            row.FeeAmount = (int)amount;
            row.Version++;
            return Task.CompletedTask;
        }, clock, form, ct))
        {
            return TypedResults.Redirect($"/desk/{slug}/enrolments/{municipality}");
        }

        return await ShowEnrolment.Show(slug, municipality, form, texts, db, clock, ct);
    }

    /// <summary>Does the work in one transaction: the mailed link and the state it follows from stand or fall together.</summary>
    private static async Task<bool> Saved(MestringDb db, Func<DateTimeOffset, Task> work, TimeProvider clock, Form form, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await work(clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.RefuseAsConflict();
            return false;
        }
    }

    /// <summary>Whether the places the network plans for are taken: only then is a waiting list said to be because of that.</summary>
    private static bool IsFull(Run run, int members) => run.Definition.Members().PlannedTo <= members;

    private static void Tell(MestringDb db, Run run, EnrolmentRow row, EnrolmentState to, string note, bool isFull, SiteAddress site, DateTimeOffset now)
    {
        var texts = Run.Spoken(row);
        var said = note.Length == 0 ? string.Empty : texts["gatherings.mail.note", note];
        var link = to is EnrolmentState.Confirmed ? site.Of($"/m/{row.Municipality}") : site.Of($"/networks/{run.Slug}");
        var key = to is EnrolmentState.WaitingList && isFull ? "WaitingList.full" : to.ToString();
        db.Send(now, row.CoordinatorEmail, texts, texts[$"gatherings.mail.{to}.subject", run.Name], texts[$"gatherings.mail.{key}.body", row.CoordinatorName, row.MunicipalityName, run.Name, said, link], run.Slug, row.Municipality, run.ReplyTo);
    }

    /// <summary>Who has a password already uses it; others get a link with which to choose one.</summary>
    internal static async Task OpenAccount(MestringDb db, EnrolmentRow row, SiteAddress site, Audit audit, DateTimeOffset now, CancellationToken ct)
    {
        var person = await Accounts.FindOrAdd(db, EmailAddress.Parse(row.CoordinatorEmail, null), row.CoordinatorName, Run.Spoken(row), now, ct);
        await Accounts.Grant(db, person, Role.Coordinator, row.Municipality, string.Empty, row.CoordinatorName, now, ct);
        audit.Note("grant-role", $"{Audit.Accounts}{person.Id}", row.Municipality, row.Network, after: new { person.Email, role = nameof(Role.Coordinator) });
        if (person.PasswordHash is null && !person.Demonstration)
        {
            Accounts.MailLink(db, audit, person, site, "invite", now, row.Municipality, row.Network);
        }
    }
}
