using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>A one-time link from a mail: the person chooses a password and is signed in. Asking for such a link lives here too.</summary>
public static class ChoosePassword
{
    /// <summary>An answer takes this long whether the address is known or not, so that its time says nothing.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(120);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/link/{token}", Open).ForEveryone();
        app.MapPost("/link/{token}", Choose).RequireRateLimiting(RateLimits.ByAddress).ForEveryone();
        app.MapGet("/forgotten", RazorComponentResult (Texts texts) => ForgottenPage.Show(new(new Form(texts), false))).ForEveryone();
        app.MapPost("/forgotten", Ask).RequireRateLimiting(RateLimits.ByAddress).ForEveryone();
    }

    private static async Task<RazorComponentResult> Open(string token, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await Accounts.Opened(db, token, isForAddress: false, clock.GetUtcNow(), ct) is { } found
            ? ChoosePasswordPage.Show(new(new Form(texts), found.Person.Email))
            : Dead(texts);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Choose(
        string token, HttpContext http, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await Accounts.Opened(db, token, isForAddress: false, now, ct) is not ({ } link, { } person))
        {
            return Dead(texts);
        }

        var form = new Form(texts, posted);
        var password = PasswordFields.Read(form, posted, person, texts);
        if (password is null || !form.IsValid)
        {
            return ChoosePasswordPage.Show(new(form, person.Email), form.Status);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await Accounts.Use(db, link, now, ct))
        {
            return Dead(texts);
        }

        person.PasswordHash = Passwords.Hash(person, password);
        await Sessions.RevokeAll(db, person.Id, now, ct);
        var isWhole = person.TotpConfirmedAt is null;
        Sessions.Start(http, db, person, now, isWhole);
        audit.NoteAccount("choose-password", person.Id, person);
        if (isWhole)
        {
            KnownDevice.Remember(http, person, now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Redirect(isWhole ? "/" : "/sign-in/code");
    }

    /// <summary>Answers the same whether the address is known or not.</summary>
    private static async Task<RazorComponentResult> Ask(
        SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        var form = new Form(texts, posted);
        var email = form.Email("email", texts["access.email.missing"]);
        if (!form.IsValid || email is not { } address)
        {
            return ForgottenPage.Show(new(form, false), form.Status);
        }

        var now = clock.GetUtcNow();
        var person = await Accounts.Find(db, address.Text, ct);
        if (person is { DisabledAt: null, Demonstration: false } && !await Accounts.HasFreshLink(db, person.Id, now, ct))
        {
            Accounts.MailLink(db, audit, person, site, "reset", now);
            await db.SaveChangesAsync(ct);
        }

        if (AnswerTime - clock.GetElapsedTime(begun) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, ct);
        }

        return ForgottenPage.Show(new(form, true));
    }

    internal static RazorComponentResult Dead(Texts texts) =>
        NoticePage.Show(new Notice(texts["access.link.dead.title"], texts["access.link.dead.text"]), StatusCodes.Status404NotFound);

    public sealed record View(Form Form, string Email);

    public sealed record ForgottenView(Form Form, bool IsSent);
}
