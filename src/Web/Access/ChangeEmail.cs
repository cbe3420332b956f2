using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Changing one's own address: asked for with the password, done when a link that is mailed to the new one is used. The old one is told.</summary>
public static class ChangeEmail
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/account/email", Ask).ForSignedIn();
        app.MapGet("/confirm/{token}", Open).ForEveryone();
        app.MapPost("/confirm/{token}", Confirm).RequireRateLimiting(RateLimits.ByAddress).ForEveryone();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Ask(
        IFormCollection posted, Texts texts, [AsParameters] Account.Call call, Audit audit, SiteAddress site)
    {
        var (db, now, ct) = (call.Db, call.Clock.GetUtcNow(), call.Ct);
        var person = await db.Persons.SingleAsync(p => p.Id == call.Visitor.PersonId, ct);
        if (person.Demonstration)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var asked = form.Email("new-email", texts["access.email.missing"]);
        if (!form.IsValid || asked is not { } address || !await ChangePassword.IsOwner(form, "own-password", posted["own-password"].ToString(), person, audit, call))
        {
            return await Account.Show(call, form);
        }

        var token = Sessions.NewToken();
        db.OneTimeLinks.Add(new OneTimeLink { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now + Accounts.LinkLength, Email = address.Text });
        audit.NoteAccount("ask-new-address", person.Id);
        var spoken = Accounts.Spoken(person);
        db.Send(now, address.Text, spoken, spoken["access.mail.confirm.subject"], spoken["access.mail.confirm.body", person.Name, site.Of($"/confirm/{token}"), now + Accounts.LinkLength]);
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect("/account?done=address");
    }

    private static async Task<RazorComponentResult> Open(string token, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await Accounts.Opened(db, token, isForAddress: true, clock.GetUtcNow(), ct) is { } found ? ConfirmEmailPage.Show(new View(found.Link.Email)) : ChoosePassword.Dead(texts);

    /// <summary>Whether somebody else has the address was not said when it was asked for; here it makes the link worth nothing.</summary>
    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Confirm(
        string token, IFormCollection posted, Texts texts, MestringDb db, Audit audit, SiteAddress site, TimeProvider clock, CancellationToken ct)
    {
        _ = posted;
        var now = clock.GetUtcNow();
        if (await Accounts.Opened(db, token, isForAddress: true, now, ct) is not ({ } link, { } person) || await db.Persons.AnyAsync(p => p.Email == link.Email && p.Id != person.Id, ct))
        {
            return ChoosePassword.Dead(texts);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await Accounts.Use(db, link, now, ct))
        {
            return ChoosePassword.Dead(texts);
        }

        Accounts.Tell(db, person, "address-changed", site, now);
        person.Email = link.Email;
        audit.NoteAccount("change-address", person.Id, person);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Somebody else took the address in the same moment.
            return ChoosePassword.Dead(texts);
        }

        return TypedResults.Redirect("/account?done=address");
    }

    public sealed record View(string Email);
}
