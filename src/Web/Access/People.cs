using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>The people of a municipality: the coordinator invites them, gives them roles and takes roles away.</summary>
public static class People
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/people", (MunicipalityCode municipality, Texts texts, MestringDb db, CancellationToken ct) =>
            Show(municipality, new Form(texts), db, ct)).ForRightsGivers();
        app.MapPost("/m/{municipality}/people", Invite).ForRightsGivers();
        app.MapPost("/m/{municipality}/people/remove", Remove).ForRightsGivers();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Invite(
        MunicipalityCode municipality, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var name = form.Text("name", texts["access.name.missing"]);
        var email = form.Email("email", texts["access.email.missing"]);
        var role = form.Choice<Role>("role", texts["access.role.missing"]);
        if (!Rules.Members.Contains(role))
        {
            form.Refuse("role", texts["access.role.missing"]);
        }

        if (!form.IsValid || email is not { } address)
        {
            return await Show(municipality, form, db, ct);
        }

        // Sent twice at once, the second finds what the first has made: that is what the key of a role, and of an address, is for.
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Give(municipality, address, name, role, site, texts, db, audit, clock.GetUtcNow(), ct);
                return TypedResults.Redirect($"/m/{municipality}/people");
            }
            catch (DbUpdateException) when (tries < 2)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Nothing is done, and nothing is mailed, when the person has the role and the link to it was made a moment ago.</summary>
    private static async Task Give(
        MunicipalityCode municipality, EmailAddress email, string name, Role role, SiteAddress site, Texts texts, MestringDb db, Audit audit, DateTimeOffset now, CancellationToken ct)
    {
        var person = await Accounts.FindOrAdd(db, email, name, texts, now, ct);
        var isNew = await Accounts.Grant(db, person, role, municipality, string.Empty, name, now, ct);
        var needsLink = person.PasswordHash is null && !person.Demonstration;
        if (!isNew && !(needsLink && !await Accounts.HasFreshLink(db, person.Id, now, ct)))
        {
            return;
        }

        if (needsLink)
        {
            Accounts.MailLink(db, audit, person, site, "invite", now, municipality);
        }
        else if (!person.Demonstration)
        {
            var names = await MunicipalityNames.Of(db, [municipality], ct);
            var spoken = Accounts.Spoken(person);
            db.Send(now, person.Email, spoken, spoken["access.mail.role.subject"], spoken["access.mail.role.body", person.Name, names[municipality], spoken[$"access.role.{role}"], site.Of($"/m/{municipality}")], municipality: municipality);
        }

        if (isNew)
        {
            audit.Note("grant-role", $"{Audit.Accounts}{person.Id}", municipality, after: new { person.Email, role = role.ToString() });
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Remove(
        MunicipalityCode municipality, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var role = form.Choice<Role>("role", texts["access.role.missing"]);
        if (!Guid.TryParse(form.Raw("person"), out var id)
            || await db.PersonRoles.SingleOrDefaultAsync(r => r.PersonId == id && r.Municipality == municipality && r.Role == role, ct) is not { } held)
        {
            return TypedResults.NotFound();
        }

        if (id == visitor.PersonId && role is Role.Coordinator)
        {
            form.Refuse("person", texts["access.people.not-yourself"]);
            return await Show(municipality, form, db, ct);
        }

        await AccountActions.RemoveRole(db, audit, held, clock.GetUtcNow(), ct);
        return TypedResults.Redirect($"/m/{municipality}/people");
    }

    private static async Task<RazorComponentResult> Show(MunicipalityCode municipality, Form form, MestringDb db, CancellationToken ct)
    {
        var people = await Members(db, municipality, null).Take(500).ToListAsync(ct);
        var names = await MunicipalityNames.Of(db, [municipality], ct);
        return PeoplePage.Show(new View(form, municipality, names[municipality], people, await FailedMails.OfMunicipality(db, municipality, ct)), form.Status);
    }

    /// <summary>
    /// Who has a role here. Until the person has signed in after being given it, they are called what the inviter called them, and no more is said of them:
    /// an invitation tells nobody whose address it is, nor whether that person works somewhere else.
    /// </summary>
    internal static IQueryable<Member> Members(MestringDb db, MunicipalityCode municipality, Guid? only) =>
        from role in db.PersonRoles.AsNoTracking()
        join person in db.Persons.AsNoTracking() on role.PersonId equals person.Id
        where role.Municipality == municipality && (only == null || person.Id == only)
        orderby person.Email, role.Role
        let isHere = person.SignedInAt >= role.GrantedAt || person.Demonstration
        select new Member(person.Id, isHere || role.Name == "" ? person.Name : role.Name, person.Email, role.Role, isHere, isHere && person.TotpConfirmedAt != null);

    public sealed record View(Form Form, MunicipalityCode Municipality, string Name, IReadOnlyList<Member> People, IReadOnlyList<FailedMails.View> Failed);

    public sealed record Member(Guid Id, string Name, string Email, Role Role, bool HasSignedIn, bool HasSecondFactor);
}
