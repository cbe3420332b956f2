using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Signed-in browsers. The cookie holds a random token, the database its hash, so that a session ends when its row says so.</summary>
internal static class Sessions
{
    public const string CookieName = "mestring-session";

    /// <summary>How long a session that has run out is still known, so that a form sent with it is not lost.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>The longest a session lasts, however much it is used.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(10);

    /// <summary>How long it lasts unused.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>How long a session waits for the code of the second factor.</summary>
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(15);

    /// <summary>How exactly last use is known.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

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

    /// <summary>The name of the cookie here.</summary>
    public static string CookieOf(HttpContext http) => http.RequestServices.GetRequiredService<SiteAddress>().Cookie(CookieName);

    /// <summary>The token this browser sent; null when it sent none.</summary>
    public static string? TokenOf(HttpContext http) => http.Request.Cookies[CookieOf(http)] is { Length: > 0 } token ? token : null;

    /// <summary>Signs this browser in, with a new token each time: one that somebody saw before opens nothing after.</summary>
    /// <param name="isWhole">Whether the person has given all that is asked; else the session waits a short time for the code.</param>
    public static void Start(HttpContext http, MestringDb db, Person person, DateTimeOffset now, bool isWhole = true, bool gaveSecondFactor = false)
    {
        var token = NewToken();
        db.Sessions.Add(new Session
        {
            TokenHash = Hash(token),
            PersonId = person.Id,
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + (isWhole ? Idle : Waiting),
            SecondFactorAt = gaveSecondFactor ? now : null,
            Browser = BrowserName.Of(http.Request.Headers.UserAgent),
        });
        SecondFactor.Prepare(person, http.RequestServices.GetRequiredService<IDataProtectionProvider>());
        if (isWhole)
        {
            person.SignedInAt = now;
            person.Language = Texts.Parse(http.Request.Cookies[Speech.CookieName]) is { } chosen ? Texts.TagOf(chosen) : person.Language;
        }

        http.Response.Cookies.Append(CookieOf(http), token, new CookieOptions
        {
            HttpOnly = true,
            Secure = http.RequestServices.GetRequiredService<SiteAddress>().IsSecure,
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

    /// <summary>Reads the cookie and says who the visitor is, and in which language they are spoken to.</summary>
    public static async Task Read(HttpContext http, MestringDb db, Visitor visitor, Speech speech, DemonstrationSettings demonstration, TimeProvider clock)
    {
        if (TokenOf(http) is not { } token)
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

        // Made-up people are nobody where no demonstration is shown.
        if (found.Count == 0 || (found[0].Person.Demonstration && !demonstration.IsOn))
        {
            return;
        }

        var (who, roles) = (found[0].Person, found.Select(f => f.Role).OfType<PersonRole>());
        visitor.Is(who, found[0].Session, [.. roles]);
        var chosen = Texts.Parse(http.Request.Cookies[Speech.CookieName]);
        if (chosen is null && Texts.Parse(who.Language) is { } language)
        {
            speech.Language = language;
        }

        await Use(http, db, found[0].Session, visitor, who, chosen, now);

        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Id.ToString())], "session"));
    }

    /// <summary>Notes the last use, every few minutes; with a form that is sent, also the language its sender has chosen, in which mails are then written.</summary>
    private static async Task Use(HttpContext http, MestringDb db, Session session, Visitor visitor, Person who, Language? chosen, DateTimeOffset now)
    {
        var used = session.LastUsedAt > session.CreatedAt ? session.LastUsedAt : session.CreatedAt;
        if (visitor.IsSignedIn && now - used >= Step)
        {
            var until = Latest(session.ExpiresAt, Earliest(session.CreatedAt + Length, now + Idle));
            await db.Sessions.Where(s => s.TokenHash == session.TokenHash && s.RevokedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsedAt, now).SetProperty(x => x.ExpiresAt, until), http.RequestAborted);
        }

        if (chosen is { } language && HttpMethods.IsPost(http.Request.Method) && !string.Equals(Texts.TagOf(language), who.Language, StringComparison.Ordinal))
        {
            var tag = Texts.TagOf(language);
            await db.Persons.Where(p => p.Id == who.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, tag), http.RequestAborted);
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed record Found(Session Session, Person Person, PersonRole? Role);
}
