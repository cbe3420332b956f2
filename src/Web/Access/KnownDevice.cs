using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Mestring.Web.Access;

/// <summary>
/// A browser in which somebody has signed in before. It has guesses of its own, so that wrong passwords from elsewhere do not keep the owner out. The
/// cookie says whose browser it is and no more; it signs nobody in, and a new password or an ended account makes it worth nothing.
/// </summary>
internal static class KnownDevice
{
    private const string CookieName = "mestring-device";
    private const int StampLength = 16;

    private static readonly TimeSpan Length = TimeSpan.FromDays(365);

    /// <summary>Remembers this browser as the person's.</summary>
    public static void Remember(HttpContext http, Person person, DateTimeOffset now)
    {
        var site = http.RequestServices.GetRequiredService<SiteAddress>();
        var value = string.Join(' ', person.Id, Guid.CreateVersion7(now), now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Stamp(person));
        http.Response.Cookies.Append(site.Cookie(CookieName), Sealer(http).Protect(value), new CookieOptions
        {
            HttpOnly = true,
            Secure = site.IsSecure,
            SameSite = SameSiteMode.Lax,
            Expires = now + Length,
            Path = "/",
        });
    }

    /// <summary>The key of this browser's own guesses; null when the person has not signed in here.</summary>
    public static string? Of(HttpContext http, Person? person, DateTimeOffset now)
    {
        if (person is null || http.Request.Cookies[http.RequestServices.GetRequiredService<SiteAddress>().Cookie(CookieName)] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return Sealer(http).Unprotect(cookie).Split(' ') is [var who, var device, var since, var stamp]
                && string.Equals(who, person.Id.ToString(), StringComparison.Ordinal) && string.Equals(stamp, Stamp(person), StringComparison.Ordinal)
                && long.TryParse(since, CultureInfo.InvariantCulture, out var seconds) && DateTimeOffset.FromUnixTimeSeconds(seconds) + Length > now
                    ? $"device:{who}:{device}" : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Stamp(Person person) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(person.PasswordHash ?? string.Empty)))[..StampLength];

    private static IDataProtector Sealer(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("device");
}
