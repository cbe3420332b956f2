using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Signed-in browsers. The cookie holds a random token, the database its hash, so that a session ends when its row says so.</summary>
internal static class Sessions
{
    public const string CookieName = "mestring-session";

    /// <summary>How long a session that has run out is still known, so that a form sent with it is not lost.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private static readonly TimeSpan Length = TimeSpan.FromHours(10);

    /// <summary>A session with its person, once for each role. Compiled: every request asks it.</summary>
    private static readonly Func<MestringDb, string, DateTimeOffset, IAsyncEnumerable<Found>> InForce = EF.CompileAsyncQuery((MestringDb db, string hash, DateTimeOffset now) =>
        from session in db.Sessions.AsNoTracking()
        join person in db.Persons.AsNoTracking() on session.PersonId equals person.Id
        join granted in db.PersonRoles.AsNoTracking() on person.Id equals granted.PersonId into all
        from role in all.DefaultIfEmpty()
        where session.TokenHash == hash && session.RevokedAt == null && session.ExpiresAt > now && person.DisabledAt == null
        select new Found(session, person, role));

    public static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>256 random bits, as text for a cookie or a link.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static void Start(HttpContext http, MestringDb db, Person person, DateTimeOffset now)
    {
        var token = NewToken();
        db.Sessions.Add(new Session { TokenHash = Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now + Length });
        http.Response.Cookies.Append(CookieName, token, new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Expires = now + Length + Remembered,
            Path = "/",
        });
    }

    /// <summary>Signs a person out everywhere, at once.</summary>
    public static Task<int> RevokeAll(MestringDb db, Guid person, DateTimeOffset now, CancellationToken ct) =>
        db.Sessions.Where(s => s.PersonId == person && s.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), ct);

    public static Task<int> Revoke(MestringDb db, string token, DateTimeOffset now, CancellationToken ct)
    {
        var hash = Hash(token);
        return db.Sessions.Where(s => s.TokenHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), ct);
    }

    public static Task<int> GiveSecondFactor(MestringDb db, string token, DateTimeOffset now, CancellationToken ct)
    {
        var hash = Hash(token);
        return db.Sessions.Where(s => s.TokenHash == hash).ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactorAt, now), ct);
    }

    /// <summary>Reads the cookie and says who the visitor is, and in which language they are spoken to.</summary>
    public static async Task Read(HttpContext http, MestringDb db, Visitor visitor, Speech speech, TimeProvider clock)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } token)
        {
            return;
        }

        // One connection for the whole request: every opening costs more than a small question does.
        await db.Database.OpenConnectionAsync(http.RequestAborted);
        var hash = Hash(token);
        var now = clock.GetUtcNow();
        var found = new List<Found>();
        await foreach (var one in InForce(db, hash, now).WithCancellation(http.RequestAborted))
        {
            found.Add(one);
        }

        if (found.Count == 0)
        {
            return;
        }

        var (who, roles) = (found[0].Person, found.Select(f => f.Role).OfType<PersonRole>());
        visitor.Is(who, found[0].Session, [.. roles]);
        if (Texts.Parse(who.Language) is { } language)
        {
            speech.Language = language;
        }

        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Id.ToString())], "session"));
    }

    private sealed record Found(Session Session, Person Person, PersonRole? Role);
}
