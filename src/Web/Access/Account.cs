using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>What a person can see and do about their own account.</summary>
public static class Account
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account", Show).ForSignedIn();
        app.MapPost("/account/sign-out-everywhere", LeaveEverywhere).ForSignedIn();
    }

    private static async Task<RazorComponentResult> Show(Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var email = await db.Persons.Where(p => p.Id == visitor.PersonId).Select(p => p.Email).SingleAsync(ct);
        var sessions = await db.Sessions.CountAsync(s => s.PersonId == visitor.PersonId && s.RevokedAt == null && s.ExpiresAt > now, ct);
        var names = await MunicipalityNames.Of(db, visitor.Municipalities, ct);
        var roles = visitor.Roles
            .OrderBy(r => r.Municipality.Number).ThenBy(r => r.Role)
            .Select(r => new RoleView(r.Role, r.Municipality == default ? r.Network : names[r.Municipality]))
            .ToList();
        return AccountPage.Show(new View(visitor.Name, email, visitor.HasSecondFactor, visitor.Demonstration, sessions, roles));
    }

    private static async Task<RedirectHttpResult> LeaveEverywhere(Visitor visitor, MestringDb db, TimeProvider clock, IFormCollection posted, CancellationToken ct)
    {
        _ = posted;
        await Sessions.RevokeAll(db, visitor.PersonId!.Value, clock.GetUtcNow(), ct);
        return TypedResults.Redirect("/sign-in");
    }

    public sealed record View(string Name, string Email, bool HasSecondFactor, bool Demonstration, int Sessions, IReadOnlyList<RoleView> Roles);

    public sealed record RoleView(Role Role, string Where);
}
