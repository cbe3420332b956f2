using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Mestring.Web.Access;

/// <summary>The second factor: setting up an authenticator app, and giving its code when signing in.</summary>
public static class SecondFactor
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account/second-factor", SetUp).ForSignedIn();
        app.MapPost("/account/second-factor", Confirm).ForSignedIn();
        app.MapGet("/sign-in/code", (Texts texts, Visitor visitor) => AskCode(visitor, new Form(texts))).ForEveryone();
        app.MapPost("/sign-in/code", Give).ForEveryone();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> SetUp(
        Texts texts, Visitor visitor, MestringDb db, IDataProtectionProvider protection, CancellationToken ct)
    {
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId, ct);
        if (person.TotpConfirmedAt is not null)
        {
            return TypedResults.Redirect("/account");
        }

        if (person.TotpSecret is null)
        {
            person.TotpSecret = Sealer(protection).Protect(Totp.NewSecret());
            await db.SaveChangesAsync(ct);
        }

        return ShowSetUp(new Form(texts), person, protection);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Confirm(
        HttpContext http, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId, ct);
        if (person.TotpSecret is null || person.TotpConfirmedAt is not null)
        {
            return TypedResults.Redirect("/account/second-factor");
        }

        if (!await IsRight(form, person, texts, db, protection, clock, ct))
        {
            return ShowSetUp(form, person, protection);
        }

        person.TotpConfirmedAt = clock.GetUtcNow();
        audit.Note("set-up-second-factor", $"person/{person.Id}");
        await db.SaveChangesAsync(ct);
        await Sessions.GiveSecondFactor(db, http.Request.Cookies[Sessions.CookieName]!, clock.GetUtcNow(), ct);
        return TypedResults.Redirect("/");
    }

    private static Results<RedirectHttpResult, RazorComponentResult> AskCode(Visitor visitor, Form form, int status = StatusCodes.Status200OK) =>
        visitor.PersonId is null || visitor.IsSignedIn ? TypedResults.Redirect("/sign-in") : SignInCodePage.Show(form, status);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Give(
        HttpContext http, string? back, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        if (visitor.PersonId is null || !visitor.HasSecondFactor)
        {
            return TypedResults.Redirect("/sign-in");
        }

        var form = new Form(texts, posted);
        var person = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId, ct);
        if (!await IsRight(form, person, texts, db, protection, clock, ct))
        {
            return AskCode(visitor, form, form.Status);
        }

        await db.SaveChangesAsync(ct);
        await Sessions.GiveSecondFactor(db, http.Request.Cookies[Sessions.CookieName]!, clock.GetUtcNow(), ct);
        return TypedResults.Redirect(SignIn.Back(back));
    }

    /// <summary>Each code counts once, and five wrong ones in a quarter of an hour are enough.</summary>
    private static async Task<bool> IsRight(Form form, Person person, Texts texts, MestringDb db, IDataProtectionProvider protection, TimeProvider clock, CancellationToken ct)
    {
        var code = form.Text("code", texts["access.code.missing"], 12);
        var now = clock.GetUtcNow();
        var key = $"code:{person.Id}";
        var since = now - TimeSpan.FromMinutes(15);
        if (await db.SignInAttempts.CountAsync(a => a.Key == key && a.At > since, ct) >= 5)
        {
            form.Refuse("code", texts["access.too-many", 15]);
        }

        if (form.IsValid && Totp.Step(Sealer(protection).Unprotect(person.TotpSecret!), code, now, person.TotpLastStep) is { } step)
        {
            person.TotpLastStep = step;
            return true;
        }

        if (form.IsValid)
        {
            db.SignInAttempts.Add(new SignInAttempt { Id = Guid.CreateVersion7(now), Key = key, At = now });
            await db.SaveChangesAsync(ct);
            form.Refuse("code", texts["access.code.wrong"]);
        }

        return false;
    }

    private static RazorComponentResult ShowSetUp(Form form, Person person, IDataProtectionProvider protection)
    {
        var secret = Sealer(protection).Unprotect(person.TotpSecret!);
        var address = $"otpauth://totp/Mestring:{Uri.EscapeDataString(person.Email)}?secret={secret}&issuer=Mestring";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return SecondFactorPage.Show(new View(form, secret, address, data.ModuleMatrix), form.Status);
    }

    private static IDataProtector Sealer(IDataProtectionProvider protection) => protection.CreateProtector("totp");

    /// <param name="Modules">The QR code, a row of dark and light modules at a time.</param>
    public sealed record View(Form Form, string Secret, string Address, IReadOnlyList<System.Collections.BitArray> Modules);
}
