using System.Security.Cryptography;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Ten codes that each stand in for the second factor once, for who has lost the phone: 80 random bits, shown when they are made and never again.</summary>
public static class RecoveryCodes
{
    /// <summary>How many are made.</summary>
    public const int Count = 10;

    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Length = 16;
    private const int Group = 4;

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/account/recovery-codes", Renew).ForSignedIn();

    /// <summary>New codes in the place of the old ones; saved with the rest of the request.</summary>
    internal static async Task<IReadOnlyList<string>> Make(MestringDb db, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.PersonId == person).ToListAsync(ct));
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Signs, Length)).ToList();
        db.RecoveryCodes.AddRange(codes.Select(c => new RecoveryCode { CodeHash = Sessions.Hash(c), PersonId = person, CreatedAt = now }));
        return [.. codes.Select(c => string.Join('-', c.Chunk(Group).Select(g => new string(g))))];
    }

    /// <summary>Uses a code up, however it was typed.</summary>
    internal static async Task<bool> Use(MestringDb db, Guid person, string typed, DateTimeOffset now, CancellationToken ct)
    {
        var code = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        var hash = Sessions.Hash(code);
        return code.Length == Length
            && await db.RecoveryCodes.Where(c => c.CodeHash == hash && c.PersonId == person && c.UsedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), ct) > 0;
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Renew(
        IFormCollection posted, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        _ = posted;
        if (!visitor.HasSecondFactor || visitor.PersonId is not { } person)
        {
            return TypedResults.Redirect("/account");
        }

        var codes = await Make(db, person, clock.GetUtcNow(), ct);
        audit.NoteAccount("make-recovery-codes", person);
        await db.SaveChangesAsync(ct);
        return Show(codes);
    }

    internal static RazorComponentResult Show(IReadOnlyList<string> codes) => RecoveryCodesPage.Show(new View(codes));

    public sealed record View(IReadOnlyList<string> Codes);
}
