using System.Net.Mail;
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
            Show(municipality, new Form(texts), db, ct)).ForMunicipality(Role.Coordinator);
        app.MapPost("/m/{municipality}/people", Invite).ForMunicipality(Role.Coordinator);
        app.MapPost("/m/{municipality}/people/remove", Remove).ForMunicipality(Role.Coordinator);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Invite(
        MunicipalityCode municipality, HttpContext http, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var name = form.Text("name", texts["access.name.missing"]);
        var email = form.Text("email", texts["access.email.missing"]);
        var role = form.Choice<Role>("role", texts["access.role.missing"]);
        if (email.Length > 0 && !MailAddress.TryCreate(email, out _))
        {
            form.Refuse("email", texts["access.email.wrong", email]);
        }

        if (!Rules.Members.Contains(role))
        {
            form.Refuse("role", texts["access.role.missing"]);
        }

        if (!form.IsValid)
        {
            return await Show(municipality, form, db, ct);
        }

        var now = clock.GetUtcNow();
        var person = await Accounts.FindOrAdd(db, email, name, texts, now, ct);
        await Accounts.Grant(db, person, role, municipality, string.Empty, now, ct);
        if (person.PasswordHash is null && !person.Demonstration)
        {
            await Accounts.MailLink(db, person, http.Request.Address(), "invite", now, ct);
        }

        audit.Note("grant-role", $"person/{person.Id}", municipality, after: new { person.Email, role = role.ToString() });
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect($"/m/{municipality}/people");
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

        db.PersonRoles.Remove(held);
        audit.Note("remove-role", $"person/{id}", municipality, before: new { role = role.ToString() });
        await db.SaveChangesAsync(ct);
        await Sessions.RevokeAll(db, id, clock.GetUtcNow(), ct);
        return TypedResults.Redirect($"/m/{municipality}/people");
    }

    private static async Task<RazorComponentResult> Show(MunicipalityCode municipality, Form form, MestringDb db, CancellationToken ct)
    {
        var people = await (
            from role in db.PersonRoles.AsNoTracking()
            join person in db.Persons.AsNoTracking() on role.PersonId equals person.Id
            where role.Municipality == municipality
            orderby person.Email, role.Role
            select new Member(person.Id, person.Name, person.Email, role.Role, person.PasswordHash != null || person.Demonstration, person.TotpConfirmedAt != null)).Take(500).ToListAsync(ct);
        var names = await MunicipalityNames.Of(db, [municipality], ct);
        return PeoplePage.Show(new View(form, municipality, names[municipality], people), form.Status);
    }

    public sealed record View(Form Form, MunicipalityCode Municipality, string Name, IReadOnlyList<Member> People);

    public sealed record Member(Guid Id, string Name, string Email, Role Role, bool HasSignedIn, bool HasSecondFactor);
}
