using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>What a person can see and do about their own account: roles, where they are signed in, what has happened to it. Password and address are changed here.</summary>
public static class Account
{
    private const int MostSessions = 50;
    private const int MostEvents = 30;

    /// <summary>What a form of this page has just done, as the address of the page says.</summary>
    private static readonly string[] Deeds = ["password", "address", "sessions"];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account", (Texts texts, [AsParameters] Call call, string? done) => Show(call, new Form(texts), done)).ForSignedIn();
        app.MapPost("/account/sign-out-everywhere", LeaveEverywhere).ForSignedIn();
        app.MapPost("/account/sessions/end", EndSession).ForSignedIn();
    }

    internal static async Task<RazorComponentResult> Show(Call call, Form form, string? done = null)
    {
        var (visitor, db, now, ct) = (call.Visitor, call.Db, call.Clock.GetUtcNow(), call.Ct);
        var id = visitor.PersonId!.Value;
        var email = await db.Persons.Where(p => p.Id == id).Select(p => p.Email).SingleAsync(ct);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == id && s.RevokedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.CreatedAt).ThenBy(s => s.TokenHash).Take(MostSessions)
            .Select(s => new SessionView(s.TokenHash, s.CreatedAt, s.LastUsedAt > s.CreatedAt ? s.LastUsedAt : s.CreatedAt, s.Browser, s.TokenHash == visitor.Session)).ToListAsync(ct);
        var codes = visitor.HasSecondFactor ? await db.RecoveryCodes.CountAsync(c => c.PersonId == id && c.UsedAt == null, ct) : 0;
        var names = await MunicipalityNames.Of(db, visitor.Municipalities, ct);
        var roles = visitor.Roles
            .OrderBy(r => r.Municipality.Number).ThenBy(r => r.Role)
            .Select(r => new RoleView(r.Role, r.Municipality == default ? r.Network : names[r.Municipality]))
            .ToList();
        return AccountPage.Show(
            new View(
                form, visitor.Name, email, visitor.HasSecondFactor, visitor.Demonstration, codes, sessions, roles,
                await AccountEvents.Of(db, id, form.T, MostEvents, ct), Array.Find(Deeds, d => string.Equals(d, done, StringComparison.Ordinal))),
            form.Status);
    }

    private static async Task<RedirectHttpResult> LeaveEverywhere([AsParameters] Call call, Audit audit, IFormCollection posted)
    {
        _ = posted;
        var id = call.Visitor.PersonId!.Value;
        audit.NoteAccount("sign-out-everywhere", id);
        await call.Db.SaveChangesAsync(call.Ct);
        await Sessions.RevokeAll(call.Db, id, call.Clock.GetUtcNow(), call.Ct);
        return TypedResults.Redirect("/sign-in");
    }

    /// <summary>Signs one browser out. Which one is said by the hash that the list shows; only one's own are found.</summary>
    private static async Task<RedirectHttpResult> EndSession([AsParameters] Call call, Audit audit, IFormCollection posted)
    {
        var (hash, id, now) = (posted["session"].ToString(), call.Visitor.PersonId!.Value, call.Clock.GetUtcNow());
        if (await call.Db.Sessions.Where(s => s.TokenHash == hash && s.PersonId == id && s.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), call.Ct) > 0)
        {
            audit.NoteAccount("end-session", id);
            await call.Db.SaveChangesAsync(call.Ct);
        }

        return TypedResults.Redirect("/account?done=sessions");
    }

    /// <summary>What every request about one's own account brings with it.</summary>
    internal sealed record Call(Visitor Visitor, MestringDb Db, TimeProvider Clock, CancellationToken Ct);

    /// <param name="RecoveryCodes">How many are left.</param>
    /// <param name="Done">What a form of this page has just done; null for nothing.</param>
    public sealed record View(
        Form Form, string Name, string Email, bool HasSecondFactor, bool Demonstration, int RecoveryCodes, IReadOnlyList<SessionView> Sessions, IReadOnlyList<RoleView> Roles,
        IReadOnlyList<AccountEvents.Line> Events, string? Done);

    public sealed record RoleView(Role Role, string Where);

    /// <param name="Key">Names it in the form that ends it; it opens nothing.</param>
    public sealed record SessionView(string Key, DateTimeOffset Since, DateTimeOffset Used, string Browser, bool IsThis);
}
