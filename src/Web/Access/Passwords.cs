using System.Text;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mestring.Web.Access;

/// <summary>
/// Passwords as PBKDF2-HMAC-SHA512 with 210 000 rounds (ASP.NET Core Identity's hasher, format 3), written in compatibility form first (NFKC, as
/// NIST SP 800-63B advises), so that a password is the same whichever keyboard it is typed on.
/// </summary>
internal static class Passwords
{
    public const int Shortest = 12;

    public const int Longest = 200;

    private const int Rounds = 210_000;

    /// <summary>UTF-16 units beyond which nothing is read at all.</summary>
    private const int MostUnits = Longest * 4;

    private static readonly PasswordHasher<Person> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>Checked when there is no such account, so that the answer takes as long.</summary>
    private static readonly string Nobody = Hasher.HashPassword(null!, "nobody");

    public static string Hash(Person person, string password) => Hasher.HashPassword(person, Written(password, NormalizationForm.FormKC));

    /// <summary>Signs in it, as people count them.</summary>
    public static int Count(string password) => password.Length > MostUnits ? password.Length : Written(password, NormalizationForm.FormKC).EnumerateRunes().Count();

    /// <summary>Whether it is the person's. One that was stored before passwords were written alike fits in the form it was typed in then.</summary>
    public static bool Fits(Person? person, string password)
    {
        var stored = person?.PasswordHash ?? Nobody;
        string[] forms = password.Length > MostUnits ? [string.Empty]
            : [.. new[] { Written(password, NormalizationForm.FormKC), password, Written(password, NormalizationForm.FormC), Written(password, NormalizationForm.FormD) }.Distinct(StringComparer.Ordinal)];
        return forms.Any(form => Hasher.VerifyHashedPassword(person!, stored, form) is not PasswordVerificationResult.Failed) && person?.PasswordHash is not null;
    }

    private static string Written(string password, NormalizationForm form)
    {
        try
        {
            return password.Normalize(form);
        }
        catch (ArgumentException)
        {
            // Half a sign, as no keyboard writes: taken as it is.
            return password;
        }
    }
}
