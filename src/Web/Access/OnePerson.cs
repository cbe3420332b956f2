using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>
/// One of the municipality's people, for its coordinators: a new link, another address where the first was mistyped, and, where all the person may do is in
/// this municipality, a second factor set up anew, the end of the account, and what has happened to it.
/// </summary>
public static class OnePerson
{
    private const string Route = "/m/{municipality}/people/{person:guid}";
    private const int MostEvents = 50;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, async Task<Results<RazorComponentResult, NotFound>> ([AsParameters] Call call) =>
            await Find(call) is { } person ? await Show(call, person, new Form(call.Texts)) : TypedResults.NotFound()).ForRightsGivers();
        app.MapPost($"{Route}/link", Link).ForRightsGivers();
        app.MapPost($"{Route}/address", Correct).ForRightsGivers();
        app.MapPost($"{Route}/reset-second-factor", Reset).ForRightsGivers();
        app.MapPost($"{Route}/end", End).ForRightsGivers();
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Link([AsParameters] Call call, IFormCollection posted)
    {
        _ = posted;
        if (await Find(call) is not { Demonstration: false } person)
        {
            return TypedResults.NotFound();
        }

        var now = call.Clock.GetUtcNow();
        if (!await Accounts.HasFreshLink(call.Db, person.Id, now, call.Ct))
        {
            Accounts.MailLink(call.Db, call.Audit, person, call.Site, person.PasswordHash is null ? "invite" : "reset", now, call.Municipality);
            await call.Db.SaveChangesAsync(call.Ct);
        }

        return TypedResults.Redirect($"{call.Address}?done=link");
    }

    /// <summary>Only of somebody who has never signed in: later it is the person's own to change.</summary>
    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Correct([AsParameters] Call call, IFormCollection posted)
    {
        var (db, ct, now) = (call.Db, call.Ct, call.Clock.GetUtcNow());
        if (await Find(call) is not { PasswordHash: null, Demonstration: false } person || !await AccountActions.IsOnlyIn(db, person.Id, call.Municipality, ct))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        var email = form.Email("email", call.Texts["access.email.missing"]);
        if (email is { } typed && await db.Persons.AnyAsync(p => p.Email == typed.Text && p.Id != person.Id, ct))
        {
            form.Refuse("email", call.Texts["access.person.address.taken", typed.Text]);
        }

        if (!form.IsValid || email is not { } address)
        {
            return await Show(call, person, form);
        }

        var old = person.Email;
        person.Email = address.Text;
        call.Audit.NoteAccount("change-address", person.Id, municipality: call.Municipality);
        Accounts.MailLink(db, call.Audit, person, call.Site, "invite", now, call.Municipality);
        await db.SaveChangesAsync(ct);
        await db.Mails.Where(m => m.Municipality == call.Municipality && m.Recipient == old && m.SentAt == null).ExecuteDeleteAsync(ct);
        return TypedResults.Redirect($"{call.Address}?done=link");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Reset([AsParameters] Call call, IFormCollection posted)
    {
        _ = posted;
        if (await Answerable(call) is not { } person)
        {
            return TypedResults.NotFound();
        }

        await AccountActions.ResetSecondFactor(call.Db, call.Audit, person, call.Site, call.Municipality, call.Clock.GetUtcNow(), call.Ct);
        return TypedResults.Redirect($"{call.Address}?done=factor");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> End([AsParameters] Call call, IFormCollection posted)
    {
        _ = posted;
        if (await Answerable(call) is not { } person)
        {
            return TypedResults.NotFound();
        }

        await AccountActions.End(call.Db, call.Audit, person, call.Clock.GetUtcNow(), call.Ct);
        return TypedResults.Redirect($"/m/{call.Municipality}/people");
    }

    private static Task<Person?> Find(Call call) => call.Db.Persons.SingleOrDefaultAsync(
        p => p.Id == call.Person && p.DisabledAt == null && call.Db.PersonRoles.Any(r => r.PersonId == p.Id && r.Municipality == call.Municipality), call.Ct);

    /// <summary>Somebody else than oneself, for whose whole account the municipality answers.</summary>
    private static async Task<Person?> Answerable(Call call) =>
        call.Person != call.Visitor.PersonId && await Find(call) is { Demonstration: false } person && await AccountActions.IsOnlyIn(call.Db, person.Id, call.Municipality, call.Ct) ? person : null;

    private static async Task<RazorComponentResult> Show(Call call, Person person, Form form)
    {
        var (db, ct) = (call.Db, call.Ct);
        var roles = await People.Members(db, call.Municipality, person.Id).ToListAsync(ct);
        var names = await MunicipalityNames.Of(db, [call.Municipality], ct);
        var isOnlyHere = await AccountActions.IsOnlyIn(db, person.Id, call.Municipality, ct);
        var isSelf = person.Id == call.Visitor.PersonId;
        return OnePersonPage.Show(
            new View(
                form, call.Municipality, names[call.Municipality], call.Address, roles, person is { PasswordHash: null, Demonstration: false } && isOnlyHere, isOnlyHere && !isSelf && !person.Demonstration,
                isOnlyHere || isSelf ? await AccountEvents.Of(db, person.Id, call.Texts, MostEvents, ct) : null),
            form.Status);
    }

    internal sealed record Call(MunicipalityCode Municipality, Guid Person, MestringDb Db, Texts Texts, Audit Audit, Visitor Visitor, SiteAddress Site, TimeProvider Clock, CancellationToken Ct)
    {
        public string Address => $"/m/{Municipality}/people/{Person}";
    }

    /// <param name="CanCorrect">Whether the address may be corrected here.</param>
    /// <param name="IsAnswerable">Whether the account may be ended and its second factor reset here.</param>
    /// <param name="Events">Null where the account is not this municipality's alone.</param>
    public sealed record View(
        Form Form, MunicipalityCode Municipality, string Where, string Address, IReadOnlyList<People.Member> Roles, bool CanCorrect, bool IsAnswerable, IReadOnlyList<AccountEvents.Line>? Events);
}
