using Mestring.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mestring.Web.Access;

/// <summary>Passwords as PBKDF2-HMAC-SHA512 with 210 000 rounds (ASP.NET Core Identity's hasher, format 3).</summary>
internal static class Passwords
{
    public const int Shortest = 12;

    public const int Longest = 200;

    private const int Rounds = 210_000;

    private static readonly PasswordHasher<Person> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>Checked when there is no such account, so that the answer takes as long.</summary>
    private static readonly string Nobody = Hasher.HashPassword(null!, "nobody");

    public static string Hash(Person person, string password) => Hasher.HashPassword(person, password);

    public static bool Fits(Person? person, string password) =>
        Hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? Nobody, password) is not PasswordVerificationResult.Failed && person?.PasswordHash is not null;
}
