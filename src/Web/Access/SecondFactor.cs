using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Mestring.Web.Access;

/// <summary>The second factor: setting up an authenticator app, and giving its code, or a recovery code, when signing in.</summary>
public static class SecondFactor
{
    private const int LongestCode = 40;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account/second-factor", SetUp).ForSignedIn();
        app.MapPost("/account/second-factor", Confirm).ForSignedIn();
        app.MapPost("/account/second-factor/begin", Begin).ForSignedIn();
        app.MapGet("/sign-in/code", (Texts texts, Visitor visitor) => AskCode(visitor, new Form(texts))).ForEveryone();
        app.MapPost("/sign-in/code", Give).RequireRateLimiting(RateLimits.SignIns).ForEveryone();
    }

    /// <summary>Gives who has no second factor a secret to set one up with; it counts for nothing until its first code is given.</summary>
    internal static void Prepare(Person person, IDataProtectionProvider protection)
    {
        if (person is { Demonstration: false, TotpConfirmedAt: null })
        {
            person.TotpSecret ??= Sealer(protection).Protect(Totp.NewSecret());
        }
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> SetUp(
        Texts texts, Visitor visitor, MestringDb db, IDataProtectionProvider protection, CancellationToken ct)
    {
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == visitor.PersonId, ct);
        return person.TotpConfirmedAt is not null || person.Demonstration ? TypedResults.Redirect("/account") : ShowSetUp(new Form(texts), person, protection);
    }

    private static async Task<RedirectHttpResult> Begin(IFormCollection posted, Visitor visitor, MestringDb db, IDataProtectionProvider protection, CancellationToken ct)
    {
        _ = posted;
        Prepare(await db.Persons.SingleAsync(p => p.Id == visitor.PersonId, ct), protection);
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect("/account/second-factor");
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Confirm(
        HttpContext http, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, IDataProtectionProvider protection, SiteAddress site, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId, ct);
        if (person.TotpSecret is null || person.TotpConfirmedAt is not null || person.Demonstration)
        {
            return TypedResults.Redirect("/account/second-factor");
        }

        var now = clock.GetUtcNow();
        if (!await IsRight(http, form, person, isSetUp: true, audit, db, protection, now, ct))
        {
            return ShowSetUp(form, person, protection);
        }

        person.TotpConfirmedAt = now;
        audit.NoteAccount("set-up-second-factor", person.Id);
        Accounts.Tell(db, person, "factor-set-up", site, now);
        var codes = await RecoveryCodes.Make(db, person.Id, now, ct);
        await Renew(http, person, db, now, ct);
        await db.SaveChangesAsync(ct);
        return RecoveryCodes.Show(codes);
    }

    private static Results<RedirectHttpResult, RazorComponentResult> AskCode(Visitor visitor, Form form, int status = StatusCodes.Status200OK) =>
        visitor.PersonId is null || visitor.IsSignedIn ? TypedResults.Redirect("/sign-in") : SignInCodePage.Show(form, status);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Give(
        HttpContext http, string? back, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        if (visitor.PersonId is null || !visitor.HasSecondFactor || visitor.GaveSecondFactor)
        {
            return TypedResults.Redirect("/sign-in");
        }

        var (form, now) = (new Form(texts, posted), clock.GetUtcNow());
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId, ct);
        if (!await IsRight(http, form, person, isSetUp: false, audit, db, protection, now, ct))
        {
            return AskCode(visitor, form, form.Status);
        }

        await Renew(http, person, db, now, ct);
        audit.NoteAccount("sign-in", person.Id);
        KnownDevice.Remember(http, person, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect(LocalPath.Of(back));
    }

    /// <summary>The session the code was given in ends, and one with another token begins.</summary>
    private static async Task Renew(HttpContext http, Person person, MestringDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (Sessions.TokenOf(http) is { } token)
        {
            await Sessions.Revoke(db, token, now, ct);
        }

        Sessions.Start(http, db, person, now, gaveSecondFactor: true);
    }

    /// <summary>Each code counts once, whoever sends it and how often at once: the step is moved on by one conditional update. Five wrong ones in a quarter of an hour are enough.</summary>
    private static async Task<bool> IsRight(
        HttpContext http, Form form, Person person, bool isSetUp, Audit audit, MestringDb db, IDataProtectionProvider protection, DateTimeOffset now, CancellationToken ct)
    {
        var code = form.Text("code", form.T["access.code.missing"], LongestCode);
        if (!form.IsValid)
        {
            return false;
        }

        if (await Attempts.Take(db, now, [($"code:{KnownDevice.Of(http, person, now) ?? person.Id.ToString()}", Attempts.Most)], ct) is not { } taken)
        {
            audit.NoteAccount("code-locked", person.Id);
            await db.SaveChangesAsync(ct);
            form.Refuse("code", form.T["access.too-many", (int)Attempts.Window.TotalMinutes]);
            return false;
        }

        if (await Counts(person, code, db, protection, now, ct) || (!isSetUp && await Recovers(http, person, code, audit, db, now, ct)))
        {
            await Attempts.Return(db, taken, ct);
            return true;
        }

        audit.NoteAccount("wrong-code", person.Id);
        await db.SaveChangesAsync(ct);
        form.Refuse("code", form.T["access.code.wrong"]);
        return false;
    }

    private static async Task<bool> Counts(Person person, string code, MestringDb db, IDataProtectionProvider protection, DateTimeOffset now, CancellationToken ct) =>
        Totp.Step(Sealer(protection).Unprotect(person.TotpSecret!), code, now, person.TotpLastStep) is { } step
        && await db.Persons.Where(p => p.Id == person.Id && p.TotpLastStep < step).ExecuteUpdateAsync(p => p.SetProperty(x => x.TotpLastStep, step), ct) > 0;

    private static async Task<bool> Recovers(HttpContext http, Person person, string code, Audit audit, MestringDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (!await RecoveryCodes.Use(db, person.Id, code, now, ct))
        {
            return false;
        }

        audit.NoteAccount("use-recovery-code", person.Id);
        Accounts.Tell(db, person, "recovered", http.RequestServices.GetRequiredService<SiteAddress>(), now);
        return true;
    }

    private static RazorComponentResult ShowSetUp(Form form, Person person, IDataProtectionProvider protection)
    {
        if (person.TotpSecret is null)
        {
            return SecondFactorPage.Show(new View(form, string.Empty, string.Empty, []), form.Status);
        }

        var secret = Sealer(protection).Unprotect(person.TotpSecret);
        var address = $"otpauth://totp/Mestring:{Uri.EscapeDataString(person.Email)}?secret={secret}&issuer=Mestring";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return SecondFactorPage.Show(new View(form, secret, address, data.ModuleMatrix), form.Status);
    }

    private static IDataProtector Sealer(IDataProtectionProvider protection) => protection.CreateProtector("totp");

    /// <param name="Secret">Empty when there is none yet.</param>
    /// <param name="Modules">The QR code, a row of dark and light modules at a time.</param>
    public sealed record View(Form Form, string Secret, string Address, IReadOnlyList<System.Collections.BitArray> Modules);
}
