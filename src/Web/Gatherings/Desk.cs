using System.Text.RegularExpressions;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>The networks a person leads, what waits in each, and the start of a new one from a programme.</summary>
public static partial class Desk
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk", (Texts texts, Visitor visitor, MestringDb db, Programmes programmes, CancellationToken ct) =>
            Show(new Form(texts), texts, visitor, db, programmes, ct)).ForLeaders();
        app.MapPost("/desk", Start).ForLeaders();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult>> Start(
        IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Programmes programmes, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var programme = programmes.Find(form.OneOf("programme", programmes.All.Select(p => p.Id), texts["gatherings.start.programme.missing"]));
        var first = TermsForm.Day(form, "first", texts);
        var slug = form.Text("slug", texts["gatherings.start.slug.missing"], 60);
        var name = form.Optional("name", 120);
        if (slug.Length > 0 && !Address().IsMatch(slug))
        {
            form.Refuse("slug", texts["gatherings.start.slug.wrong", slug]);
        }

        if (form.IsValid && first <= clock.Today())
        {
            form.Refuse("first", texts["gatherings.start.first.past", first]);
        }

        if (form.IsValid && await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct) is { } there)
        {
            // The form sent twice: the first one made the network.
            if (visitor.Leads(slug) && there.State is NetworkState.Draft && there.FirstDay == first && string.Equals(there.Programme, programme!.Id, StringComparison.Ordinal))
            {
                return TypedResults.Redirect($"/desk/{slug}");
            }

            form.Refuse("slug", texts["gatherings.start.slug.taken", slug]);
        }

        if (!form.IsValid)
        {
            return await Show(form, texts, visitor, db, programmes, ct);
        }

        var years = programme!.Schedule(first, slug, programme.Texts.Title).Ends().Year is var last && last == first.Year ? $"{first.Year}" : $"{first.Year}–{last}";
        var title = name.Length > 0 ? LocalizedText.Same(name) : Wording.Everywhere(t => $"{programme.Texts.Title[t.Language]} {years}");
        var planned = programme.Schedule(first, slug, title);
        var me = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == visitor.PersonId, ct);
        var definition = planned with { Terms = planned.Terms with { Contact = new NetworkContact(me.Name, me.Email, string.Empty) } };
        var now = clock.GetUtcNow();
        var row = new NetworkRow { Slug = slug, Programme = programme.Id, State = NetworkState.Draft };
        EditNetwork.Write(row, definition);
        db.Networks.Add(row);
        db.PersonRoles.Add(new PersonRole { PersonId = visitor.PersonId!.Value, Role = Role.Leader, Municipality = default, Network = slug, GrantedAt = now });
        audit.Note("start-network", $"network/{slug}", network: slug, after: new { programme = programme.Id, first });
        await db.SaveChangesAsync(ct);
        return TypedResults.Redirect($"/desk/{slug}");
    }

    private static async Task<RazorComponentResult> Show(Form form, Texts texts, Visitor visitor, MestringDb db, Programmes programmes, CancellationToken ct)
    {
        var slugs = visitor.Roles.Where(r => r.Role is Role.Leader && r.Network.Length > 0).Select(r => r.Network).ToArray();
        var rows = await db.Networks.AsNoTracking().Where(n => slugs.Contains(n.Slug)).OrderByDescending(n => n.FirstDay).Take(100).ToListAsync(ct);
        var enrolled = await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(e => slugs.Contains(e.Network))
            .GroupBy(e => new { e.Network, e.State }).Select(g => new { g.Key.Network, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        var unread = await db.HandIns.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(h => slugs.Contains(h.Network) && h.State == HandInState.HandedIn)
            .GroupBy(h => h.Network).Select(g => new { Network = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Network, g => g.Count, StringComparer.Ordinal, ct);
        int Count(string slug, EnrolmentState state) => enrolled.Where(e => e.State == state && string.Equals(e.Network, slug, StringComparison.Ordinal)).Sum(e => e.Count);
        var cards = rows.Select(row => new Card(
            row.Slug, row.Read().Terms.Name, row.State, row.Deadline, row.FirstDay, row.LastDay,
            Count(row.Slug, EnrolmentState.Confirmed), row.Read().Members(), Count(row.Slug, EnrolmentState.Received), unread.GetValueOrDefault(row.Slug)));
        return DeskPage.Show(new View(form, [.. cards], [.. programmes.All.Select(p => new Answer(p.Id, p.Texts.Title[texts.Language]))]), form.Status);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    public sealed record View(Form Form, IReadOnlyList<Card> Networks, IReadOnlyList<Answer> Programmes);

    public sealed record Card(
        string Slug, LocalizedText Name, NetworkState State, DateOnly Deadline, DateOnly First, DateOnly Last, int Confirmed, MemberRule Members, int Received, int Unread);
}
