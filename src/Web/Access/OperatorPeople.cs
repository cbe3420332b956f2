using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>The operator's page: everybody with an account, mails that did not arrive, and what has happened to accounts. The operator sees no network's figures and no course.</summary>
public static class OperatorPeople
{
    private const int PageSize = 50;

    /// <summary>Names are compared and sorted here and not in the database: SQLite folds ASCII only, and each database has an order of its own.</summary>
    private const int MostPeople = 50_000;

    private const int MostRoles = 500;

    private const int MostEvents = 50;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/operator", List).ForOperator();
        app.MapGet("/operator/people/{person:guid}", async Task<Results<RazorComponentResult, NotFound>> ([AsParameters] Call call) =>
            await call.Find() is { } person ? await Show(call, person) : TypedResults.NotFound()).ForOperator();
        app.MapPost("/operator/people/{person:guid}/link", Link).ForOperator();
        app.MapPost("/operator/people/{person:guid}/reset-second-factor", Reset).ForOperator();
        app.MapPost("/operator/people/{person:guid}/end", End).ForOperator();
        app.MapPost("/operator/people/{person:guid}/roles/remove", RemoveRole).ForOperator();
    }

    private static async Task<RazorComponentResult> List(string? search, int? page, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var wanted = (search ?? string.Empty).Trim();
        var number = Math.Clamp(page ?? 1, 1, 100_000);
        var known = await db.Persons.AsNoTracking().Where(p => !p.Demonstration)
            .OrderBy(p => p.Email).Take(MostPeople).Select(p => new { p.Id, p.Name, p.Email }).ToListAsync(ct);
        Guid[] shown = [.. known.Where(p => Texts.Holds(p.Name, wanted) || Texts.Holds(p.Email, wanted))
            .OrderBy(p => p.Name, Texts.NameOrder).ThenBy(p => p.Email, Texts.NameOrder)
            .Skip((number - 1) * PageSize).Take(PageSize + 1).Select(p => p.Id)];
        var lines = await db.Persons.AsNoTracking().Where(p => shown.Contains(p.Id))
            .Select(p => new Line(
                p.Id, p.Name, p.Email, p.DisabledAt != null, p.PasswordHash != null, p.TotpConfirmedAt != null, p.SignedInAt, db.PersonRoles.Count(r => r.PersonId == p.Id)))
            .ToDictionaryAsync(l => l.Id, ct);
        List<Line> found = [.. shown.Where(lines.ContainsKey).Select(id => lines[id])];
        var now = clock.GetUtcNow();
        var waiting = await db.Mails.Where(m => m.SentAt == null && m.GivenUpAt == null && m.CreatedAt < now.AddMinutes(-10)).CountAsync(ct);
        return OperatorPage.Show(new View(
            wanted, number, found.Count > PageSize, [.. found.Take(PageSize)], waiting, await FailedMails.All(db, ct), await AccountEvents.Latest(db, texts, MostEvents, ct)));
    }

    private static async Task<RazorComponentResult> Show(Call call, Person person)
    {
        var roles = await Roles(call).AsNoTracking().ToListAsync(call.Ct);
        var names = await MunicipalityNames.Of(call.Db, roles.Select(r => r.Municipality).Where(m => m != default).Distinct(), call.Ct);
        return OperatorPersonPage.Show(new PersonView(
            person.Id, person.Name, person.Email, person.DisabledAt, person.SignedInAt, person.TotpConfirmedAt is not null, person.Id == call.Visitor.PersonId,
            [.. roles.Select(r => new RoleLine(r.Role, r.Municipality.Number, r.Network, r.Municipality == default ? r.Network : names[r.Municipality]))],
            await AccountEvents.Of(call.Db, person.Id, call.Texts, MostEvents, call.Ct)));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Link([AsParameters] Call call, SiteAddress site, IFormCollection posted)
    {
        _ = posted;
        if (await call.Find() is not { DisabledAt: null } person)
        {
            return TypedResults.NotFound();
        }

        Accounts.MailLink(call.Db, call.Audit, person, site, person.PasswordHash is null ? "invite" : "reset", call.Clock.GetUtcNow());
        await call.Db.SaveChangesAsync(call.Ct);
        return TypedResults.Redirect(call.Address);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Reset([AsParameters] Call call, SiteAddress site, IFormCollection posted)
    {
        _ = posted;
        if (await call.Find() is not { DisabledAt: null } person || person.Id == call.Visitor.PersonId)
        {
            return TypedResults.NotFound();
        }

        await AccountActions.ResetSecondFactor(call.Db, call.Audit, person, site, default, call.Clock.GetUtcNow(), call.Ct);
        return TypedResults.Redirect(call.Address);
    }

    /// <summary>Never one's own: an installation keeps the operator it has until another one ends that account.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> End([AsParameters] Call call, IFormCollection posted)
    {
        _ = posted;
        if (await call.Find() is not { DisabledAt: null } person || person.Id == call.Visitor.PersonId)
        {
            return TypedResults.NotFound();
        }

        await AccountActions.End(call.Db, call.Audit, person, call.Clock.GetUtcNow(), call.Ct);
        return TypedResults.Redirect(call.Address);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> RemoveRole([AsParameters] Call call, IFormCollection posted)
    {
        var (role, municipality, network) = (posted["role"].ToString(), posted["municipality"].ToString(), posted["network"].ToString());
        var held = (await Roles(call).ToListAsync(call.Ct)).Find(r =>
            string.Equals($"{r.Role}", role, StringComparison.Ordinal) && string.Equals($"{r.Municipality.Number}", municipality, StringComparison.Ordinal)
            && string.Equals(r.Network, network, StringComparison.Ordinal));
        if (held is null || (call.Person == call.Visitor.PersonId && held.Role is Role.Operator))
        {
            return TypedResults.NotFound();
        }

        await AccountActions.RemoveRole(call.Db, call.Audit, held, call.Clock.GetUtcNow(), call.Ct);
        return TypedResults.Redirect(call.Address);
    }

    /// <summary>What the page shows, and what can be taken away on it.</summary>
    private static IQueryable<PersonRole> Roles(Call call) => call.Db.PersonRoles.Where(r => r.PersonId == call.Person)
        .OrderBy(r => r.Municipality).ThenBy(r => r.Network).ThenBy(r => r.Role).Take(MostRoles);

    internal sealed record Call(Guid Person, MestringDb Db, Texts Texts, Audit Audit, Visitor Visitor, TimeProvider Clock, CancellationToken Ct)
    {
        public string Address => $"/operator/people/{Person}";

        public Task<Person?> Find() => Db.Persons.SingleOrDefaultAsync(p => p.Id == Person && !p.Demonstration, Ct);
    }

    /// <param name="Waiting">Mails that should have gone out ten minutes ago.</param>
    public sealed record View(
        string Search, int Page, bool HasMore, IReadOnlyList<Line> People, int Waiting, IReadOnlyList<FailedMails.View> Failed, IReadOnlyList<AccountEvents.Line> Events);

    public sealed record Line(Guid Id, string Name, string Email, bool HasEnded, bool HasPassword, bool HasSecondFactor, DateTimeOffset? SignedInAt, int Roles);

    public sealed record PersonView(
        Guid Id, string Name, string Email, DateTimeOffset? EndedAt, DateTimeOffset? SignedInAt, bool HasSecondFactor, bool IsSelf, IReadOnlyList<RoleLine> Roles, IReadOnlyList<AccountEvents.Line> Events);

    public sealed record RoleLine(Role Role, int Municipality, string Network, string Where);
}
