using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>Who leads a network: a leader adds another, or takes the role away; one always remains.</summary>
public static class Leaders
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/leaders", async Task<Results<RazorComponentResult, NotFound>> (string slug, Texts texts, MestringDb db, CancellationToken ct) =>
            await Run.Find(db, slug, ct) is { } run ? await Show(run, new Form(texts), db, ct) : TypedResults.NotFound()).ForLeader();
        app.MapPost("/desk/{slug}/leaders", Add).ForLeader();
        app.MapPost("/desk/{slug}/leaders/remove", Remove).ForLeader();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Add(
        string slug, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var name = form.Text("name", texts["gatherings.leaders.name.missing"]);
        var email = form.Text("email", texts["gatherings.leaders.email.missing"]);
        if (EmailAddress.Read(email, out var address) is not null && email.Length > 0)
        {
            form.Refuse("email", texts["gatherings.contact.email.wrong", email]);
        }

        if (!form.IsValid)
        {
            return await Show(run, form, db, ct);
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await Accounts.FindOrAdd(db, address, name, texts, now, ct);
        if (await db.PersonRoles.AnyAsync(r => r.PersonId == person.Id && r.Role == Role.Leader && r.Network == slug, ct))
        {
            // Sent twice, or there already: nothing is mailed again.
            return TypedResults.Redirect($"/desk/{slug}/leaders");
        }

        await Accounts.Grant(db, person, Role.Leader, default, slug, name, now, ct);
        if (person.PasswordHash is null && !person.Demonstration)
        {
            Accounts.MailLink(db, audit, person, site, "invite", now, network: slug);
        }
        else
        {
            var spoken = Accounts.Spoken(person);
            db.Send(now, person.Email, spoken, spoken["gatherings.mail.leader.subject", run.Name], spoken["gatherings.mail.leader.body", person.Name, run.Name, site.Of($"/desk/{slug}")], slug, replyTo: run.ReplyTo);
        }

        audit.Note("grant-role", $"{Audit.Accounts}{person.Id}", network: slug, after: new { person.Email, role = nameof(Role.Leader) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Redirect($"/desk/{slug}/leaders");
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Remove(
        string slug, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        if (await Run.Find(db, slug, ct) is not { } run
            || !Guid.TryParse(form.Raw("person"), out var id)
            || await db.PersonRoles.SingleOrDefaultAsync(r => r.PersonId == id && r.Network == slug && r.Role == Role.Leader, ct) is not { } held)
        {
            return TypedResults.NotFound();
        }

        if (id == visitor.PersonId)
        {
            form.Refuse("person", texts["gatherings.leaders.not-yourself"]);
            return await Show(run, form, db, ct);
        }

        await AccountActions.RemoveRole(db, audit, held, clock.GetUtcNow(), ct);
        return TypedResults.Redirect($"/desk/{slug}/leaders");
    }

    private static async Task<RazorComponentResult> Show(Run run, Form form, MestringDb db, CancellationToken ct)
    {
        var leaders = await (
            from role in db.PersonRoles.AsNoTracking()
            join person in db.Persons.AsNoTracking() on role.PersonId equals person.Id
            where role.Network == run.Slug && role.Role == Role.Leader
            orderby person.Email
            select new Leader(person.Id, person.Name, person.Email, person.PasswordHash != null || person.Demonstration)).Take(100).ToListAsync(ct);
        return LeadersPage.Show(new View(run.Slug, run.Name, form, [.. leaders.OrderBy(l => l.Name, Texts.NameOrder)]), form.Status);
    }

    public sealed record View(string Slug, LocalizedText Network, Form Form, IReadOnlyList<Leader> People);

    public sealed record Leader(Guid Id, string Name, string Email, bool HasSignedIn);
}
