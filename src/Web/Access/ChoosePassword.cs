using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>A one-time link from a mail: the person chooses a password and is signed in. Asking for such a link lives here too.</summary>
public static class ChoosePassword
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/link/{token}", Open).ForEveryone();
        app.MapPost("/link/{token}", Choose).RequireRateLimiting(RateLimits.ByAddress).ForEveryone();
        app.MapGet("/forgotten", RazorComponentResult (Texts texts) => ForgottenPage.Show(new(new Form(texts), false))).ForEveryone();
        app.MapPost("/forgotten", Ask).RequireRateLimiting(RateLimits.ByAddress).ForEveryone();
    }

    private static async Task<RazorComponentResult> Open(string token, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await Find(db, token, clock, ct) is { } found
            ? ChoosePasswordPage.Show(new(new Form(texts), found.Person.Email))
            : Dead(texts);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Choose(
        string token, HttpContext http, IFormCollection posted, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(db, token, clock, ct) is not ({ } link, { } person))
        {
            return Dead(texts);
        }

        var form = new Form(texts, posted);
        var password = posted["password"].ToString();
        if (password.Length is < Passwords.Shortest or > Passwords.Longest)
        {
            form.Refuse("password", texts["access.password.length", password.Length, Passwords.Shortest, Passwords.Longest]);
        }
        else if (!string.Equals(password, posted["again"], StringComparison.Ordinal))
        {
            form.Refuse("again", texts["access.password.differs"]);
        }

        if (!form.IsValid)
        {
            return ChoosePasswordPage.Show(new(form, person.Email), form.Status);
        }

        var now = clock.GetUtcNow();
        var taken = await db.OneTimeLinks.Where(l => l.TokenHash == link.TokenHash && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), ct);
        if (taken == 0)
        {
            return Dead(texts);
        }

        person.PasswordHash = Passwords.Hash(person, password);
        await Sessions.RevokeAll(db, person.Id, now, ct);
        Sessions.Start(http, db, person, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect(person.TotpConfirmedAt is null ? "/" : "/sign-in/code");
    }

    /// <summary>Answers the same whether the address is known or not.</summary>
    private static async Task<RazorComponentResult> Ask(
        HttpContext http, IFormCollection posted, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var email = Accounts.Normal(form.Text("email", texts["access.email.missing"]));
        if (!form.IsValid)
        {
            return ForgottenPage.Show(new(form, false), form.Status);
        }

        var now = clock.GetUtcNow();
        var since = now - TimeSpan.FromMinutes(5);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == email && p.DisabledAt == null && !p.Demonstration, ct);
        if (person is not null && !await db.OneTimeLinks.AnyAsync(l => l.PersonId == person.Id && l.CreatedAt > since, ct))
        {
            await Accounts.MailLink(db, person, http.Request.Address(), "reset", now, ct);
            await db.SaveChangesAsync(ct);
        }

        return ForgottenPage.Show(new(form, true));
    }

    private static async Task<(OneTimeLink Link, Person Person)?> Find(MestringDb db, string token, TimeProvider clock, CancellationToken ct)
    {
        var hash = Sessions.Hash(token);
        var now = clock.GetUtcNow();
        var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now, ct);
        return link is not null && await db.Persons.SingleOrDefaultAsync(p => p.Id == link.PersonId && p.DisabledAt == null, ct) is { } person ? (link, person) : null;
    }

    private static RazorComponentResult Dead(Texts texts) =>
        NoticePage.Show(new Notice(texts["access.link.dead.title"], texts["access.link.dead.text"]), StatusCodes.Status404NotFound);

    public sealed record View(Form Form, string Email);

    public sealed record ForgottenView(Form Form, bool IsSent);
}
