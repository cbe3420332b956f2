using System.Net;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Signing in with an address and a password; in a demonstration also by picking a made-up person.</summary>
public static class SignIn
{
    private const int MostByAccount = 5;
    private const int MostByAddress = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", (HttpContext http, Texts texts, MestringDb db, DemonstrationSettings demonstration, CancellationToken ct) =>
            Show(new Form(texts), http, db, demonstration, ct)).ForEveryone();
        app.MapPost("/sign-in", Enter).ForEveryone();
        app.MapPost("/sign-in/demonstration", Pick).ForEveryone();
        app.MapPost("/sign-out", Leave).ForEveryone();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Enter(
        HttpContext http, IFormCollection posted, Texts texts, MestringDb db, DemonstrationSettings demonstration, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var email = Accounts.Normal(form.Text("email", texts["access.email.missing"]));
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
        var byAccount = $"account:{email}";
        var byAddress = $"address:{http.Connection.RemoteIpAddress}";
        if (await Failed(db, byAccount, now, ct) >= MostByAccount || await Failed(db, byAddress, now, ct) >= MostByAddress)
        {
            form.Refuse("email", texts["access.too-many", (int)Window.TotalMinutes]);
            return await Show(form, http, db, demonstration, ct, StatusCodes.Status429TooManyRequests);
        }

        var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == email && p.DisabledAt == null && !p.Demonstration, ct);
        if (!Passwords.Fits(person, password[..Math.Min(password.Length, Passwords.Longest)]))
        {
            db.SignInAttempts.Add(new SignInAttempt { Id = Guid.CreateVersion7(now), Key = byAccount, At = now });
            db.SignInAttempts.Add(new SignInAttempt { Id = Guid.CreateVersion7(now), Key = byAddress, At = now });
            await db.SaveChangesAsync(ct);
            form.Refuse("email", texts["access.wrong"]);
            return await Show(form, http, db, demonstration, ct);
        }

        Sessions.Start(http, db, person!, now);
        await db.SaveChangesAsync(ct);
        var back = Back(form.Raw("back"));
        return TypedResults.Redirect((person!.TotpConfirmedAt, back) switch
        {
            (null, _) => back,
            (_, "/") => "/sign-in/code",
            _ => $"/sign-in/code?back={Uri.EscapeDataString(back)}",
        });
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Pick(
        HttpContext http, IFormCollection posted, MestringDb db, DemonstrationSettings demonstration, TimeProvider clock, CancellationToken ct)
    {
        if (!IsOffered(http, demonstration)
            || !Guid.TryParse(posted["person"], out var id)
            || await db.Persons.SingleOrDefaultAsync(p => p.Id == id && p.Demonstration && p.DisabledAt == null, ct) is not { } person)
        {
            return TypedResults.NotFound();
        }

        Sessions.Start(http, db, person, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect(Back(posted["back"]));
    }

    private static async Task<RedirectHttpResult> Leave(HttpContext http, MestringDb db, TimeProvider clock, IFormCollection posted, CancellationToken ct)
    {
        _ = posted;
        if (http.Request.Cookies[Sessions.CookieName] is { } token)
        {
            await Sessions.Revoke(db, token, clock.GetUtcNow(), ct);
            http.Response.Cookies.Delete(Sessions.CookieName);
        }

        return TypedResults.Redirect("/");
    }

    private static async Task<RazorComponentResult> Show(
        Form form, HttpContext http, MestringDb db, DemonstrationSettings demonstration, CancellationToken ct, int? status = null)
    {
        var people = IsOffered(http, demonstration) ? await DemonstrationPeople(db, ct) : [];
        return SignInPage.Show(new View(form, Back(form.Raw("back") ?? http.Request.Query["back"]), people), status ?? form.Status);
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

    /// <summary>Made-up people may be picked only on this machine: the demonstration is on, both ends are loopback, and nothing passed the request on.</summary>
    private static bool IsOffered(HttpContext http, DemonstrationSettings demonstration) =>
        demonstration.IsOn
        && demonstration.ListensOnLoopback
        && (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded");

    private static Task<int> Failed(MestringDb db, string key, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Window;
        return db.SignInAttempts.CountAsync(a => a.Key == key && a.At > since, ct);
    }

    /// <summary>Only a path of this site is come back to.</summary>
    internal static string Back(string? path) => path is ['/', not '/' and not '\\', ..] ? path : "/";

    public sealed record View(Form Form, string Back, IReadOnlyList<DemonstrationPerson> People);

    public sealed record DemonstrationPerson(Guid Id, string Name, Role Role, string Where);
}
