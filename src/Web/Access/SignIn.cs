using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Signing in with an address and a password; in a demonstration also by picking a made-up person.</summary>
public static class SignIn
{
    private const int MostByAccount = 25;
    private const int MostByAddress = 30;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (HttpContext http, Texts texts, MestringDb db, DemonstrationSettings demonstration, CancellationToken ct) =>
            Show(new Form(texts), http, db, demonstration, ct)).ForEveryone();
        app.MapPost("/sign-in", Enter).RequireRateLimiting(RateLimits.SignIns).ForEveryone();
        app.MapPost("/sign-in/demonstration", Pick).ForEveryone();
        app.MapPost("/sign-out", Leave).ForEveryone();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Enter(
        HttpContext http, IFormCollection posted, Texts texts, MestringDb db, Audit audit, DemonstrationSettings demonstration, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var email = form.Text("email", texts["access.email.missing"]);
        var password = posted["password"].ToString();
        if (password.Length == 0)
        {
            form.Refuse("password", texts["access.password.missing"]);
        }

        if (!form.IsValid)
        {
            return await Show(form, http, db, demonstration, ct);
        }

        var now = clock.GetUtcNow();
        var person = await Accounts.Find(db, email, ct);
        person = person is { DisabledAt: null, Demonstration: false } ? person : null;
        if (await Attempts.Take(db, now, Limits(http, person, email, now), ct) is not { } taken)
        {
            audit.NoteAccount("sign-in-locked", person?.Id);
            await db.SaveChangesAsync(ct);
            form.Refuse("email", texts["access.too-many", (int)Attempts.Window.TotalMinutes]);
            return await Show(form, http, db, demonstration, ct, StatusCodes.Status429TooManyRequests);
        }

        if (!Passwords.Fits(person, password))
        {
            audit.NoteAccount("sign-in-failed", person?.Id);
            await db.SaveChangesAsync(ct);
            form.Refuse("email", texts["access.wrong"]);
            return await Show(form, http, db, demonstration, ct);
        }

        await Attempts.Return(db, taken, ct);
        var isWhole = person!.TotpConfirmedAt is null;
        Sessions.Start(http, db, person, now, isWhole);
        audit.NoteAccount(isWhole ? "sign-in" : "give-password", person.Id, person);
        if (isWhole)
        {
            KnownDevice.Remember(http, person, now);
        }

        await db.SaveChangesAsync(ct);
        var back = LocalPath.Of(form.Raw("back"));
        return TypedResults.Redirect((isWhole, back) switch
        {
            (true, _) => back,
            (_, "/") => "/sign-in/code",
            _ => $"/sign-in/code?back={Uri.EscapeDataString(back)}",
        });
    }

    /// <summary>
    /// A browser the person has signed in with has guesses of its own. All others share those of their network for this account, of their network for all
    /// accounts, and of this account: the last is wide, since anybody can use it up, and there against many machines that guess together.
    /// </summary>
    private static (string Key, int Most)[] Limits(HttpContext http, Person? person, string email, DateTimeOffset now)
    {
        if (KnownDevice.Of(http, person, now) is { } device)
        {
            return [(device, Attempts.Most)];
        }

        var (account, address) = (person?.Email ?? email.ToUpperInvariant(), RateLimits.Key(http.Connection.RemoteIpAddress));
        return [($"account:{account} {address}", Attempts.Most), ($"account:{account}", MostByAccount), ($"address:{address}", MostByAddress)];
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Pick(
        HttpContext http, IFormCollection posted, MestringDb db, Audit audit, DemonstrationSettings demonstration, TimeProvider clock, CancellationToken ct)
    {
        if (!demonstration.IsOfferedTo(http)
            || !Guid.TryParse(posted["person"], out var id)
            || await db.Persons.SingleOrDefaultAsync(p => p.Id == id && p.Demonstration && p.DisabledAt == null, ct) is not { } person)
        {
            return TypedResults.NotFound();
        }

        Sessions.Start(http, db, person, clock.GetUtcNow());
        audit.NoteAccount("sign-in", person.Id, person);
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect(LocalPath.Of(posted["back"]));
    }

    private static async Task<RedirectHttpResult> Leave(HttpContext http, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, IFormCollection posted, CancellationToken ct)
    {
        _ = posted;
        if (Sessions.TokenOf(http) is { } token)
        {
            if (await Sessions.Revoke(db, token, clock.GetUtcNow(), ct) > 0 && visitor.PersonId is { } person)
            {
                audit.NoteAccount("sign-out", person);
                await db.SaveChangesAsync(ct);
            }

            http.Response.Cookies.Delete(Sessions.CookieOf(http), new CookieOptions { Path = "/", Secure = http.RequestServices.GetRequiredService<SiteAddress>().IsSecure });
        }

        return TypedResults.Redirect("/");
    }

    private static async Task<RazorComponentResult> Show(
        Form form, HttpContext http, MestringDb db, DemonstrationSettings demonstration, CancellationToken ct, int? status = null)
    {
        var people = demonstration.IsOfferedTo(http) ? await DemonstrationPeople(db, ct) : [];
        return SignInPage.Show(new View(form, LocalPath.Of(form.Raw("back") ?? http.Request.Query["back"]), people), status ?? form.Status);
    }

    /// <summary>Each made-up person once, with a role and the municipality it is in.</summary>
    private static async Task<IReadOnlyList<DemonstrationPerson>> DemonstrationPeople(MestringDb db, CancellationToken ct)
    {
        var held = await (
            from person in db.Persons.AsNoTracking()
            join role in db.PersonRoles.AsNoTracking() on person.Id equals role.PersonId
            where person.Demonstration && person.DisabledAt == null
            orderby person.CreatedAt, person.Id
            select new { person.Id, person.Name, role.Role, role.Municipality }).Take(200).ToListAsync(ct);
        var people = held.DistinctBy(h => h.Id).ToList();
        var names = await MunicipalityNames.Of(db, people.Select(p => p.Municipality).Distinct(), ct);
        return [.. people.Select(p => new DemonstrationPerson(p.Id, p.Name, p.Role, p.Municipality == default ? string.Empty : names[p.Municipality]))];
    }

    public sealed record View(Form Form, string Back, IReadOnlyList<DemonstrationPerson> People);

    public sealed record DemonstrationPerson(Guid Id, string Name, Role Role, string Where);
}
