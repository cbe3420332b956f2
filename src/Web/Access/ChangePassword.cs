using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Changing one's own password, with the one in force. All other browsers are signed out, and the person is told by mail.</summary>
public static class ChangePassword
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/account/password", Change).ForSignedIn();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Change(
        HttpContext http, IFormCollection posted, Texts texts, [AsParameters] Account.Call call, Audit audit, SiteAddress site)
    {
        var (db, now, ct) = (call.Db, call.Clock.GetUtcNow(), call.Ct);
        var person = await db.Persons.SingleAsync(p => p.Id == call.Visitor.PersonId, ct);
        if (person.Demonstration)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var password = PasswordFields.Read(form, posted, person, texts);
        if (!form.IsValid || password is null || !await IsOwner(form, "current", posted["current"].ToString(), person, audit, call))
        {
            return await Account.Show(call, form);
        }

        person.PasswordHash = Passwords.Hash(person, password);
        audit.NoteAccount("change-password", person.Id);
        Accounts.Tell(db, person, "password-changed", site, now);
        await Sessions.RevokeAll(db, person.Id, now, ct);
        Sessions.Start(http, db, person, now, gaveSecondFactor: call.Visitor.GaveSecondFactor);
        KnownDevice.Remember(http, person, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect("/account?done=password");
    }

    /// <summary>Whether who sits at the open browser knows the password; guesses are counted as when signing in.</summary>
    internal static async Task<bool> IsOwner(Form form, string field, string typed, Person person, Audit audit, Account.Call call)
    {
        if (typed.Length == 0)
        {
            form.Refuse(field, form.T["access.password.missing"]);
            return false;
        }

        if (await Attempts.Take(call.Db, call.Clock.GetUtcNow(), [($"own:{person.Id}", Attempts.Most)], call.Ct) is not { } taken)
        {
            form.Refuse(field, form.T["access.too-many", (int)Attempts.Window.TotalMinutes]);
            return false;
        }

        if (Passwords.Fits(person, typed))
        {
            await Attempts.Return(call.Db, taken, call.Ct);
            return true;
        }

        audit.NoteAccount("wrong-password", person.Id);
        await call.Db.SaveChangesAsync(call.Ct);
        form.Refuse(field, form.T["access.password.current.wrong"]);
        return false;
    }
}
