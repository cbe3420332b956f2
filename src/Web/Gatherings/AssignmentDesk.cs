using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>The leader reads what the members handed in, and approves it or sends it back with a comment.</summary>
public static class AssignmentDesk
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/assignments/{number:int}", async Task<Results<RazorComponentResult, NotFound>> (
            string slug, int number, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
            await Show(slug, number, null, new Form(texts), texts, db, clock, ct) is { } page ? page : TypedResults.NotFound()).ForLeader();
        app.MapPost("/desk/{slug}/assignments/{number:int}/{municipality}", Answer).ForLeader();
        app.MapGet("/desk/{slug}/assignments/{number:int}/{municipality}/file", (string slug, int number, MunicipalityCode municipality, HttpContext http, MestringDb db, CancellationToken ct) =>
            HandInFiles.Give(http, db, municipality, slug, number, ct)).ForLeader();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Answer(
        string slug, int number, MunicipalityCode municipality, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.HandIns.IgnoreQueryFilters([MestringDb.TenantFilter]).SingleOrDefaultAsync(h => h.Network == slug && h.Assignment == number && h.Municipality == municipality, ct);
        if (row is null || await Run.Find(db, slug, ct) is not { } run || run.Definition.Assignments().FirstOrDefault(a => a.Assignment.Number == number) is not { } scheduled)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var (to, comment) = (form.Choice<HandInState>("to", texts["gatherings.answer.missing"]), form.Optional("comment", 5000, lines: true));
        if (form.IsValid && row.State == to && string.Equals(row.Comment, comment, StringComparison.Ordinal))
        {
            return TypedResults.Redirect($"/desk/{slug}/assignments/{number}#m{municipality}");
        }

        if (to is HandInState.Returned && comment.Length == 0)
        {
            form.Refuse("comment", texts["gatherings.answer.comment.missing"]);
        }

        if (form.IsValid && (form.Version != row.Version || to is HandInState.HandedIn || !row.State.CanBecome(to)))
        {
            form.RefuseAsConflict();
        }

        if (form is { IsValid: true, IsConflict: false })
        {
            audit.Note("answer-hand-in", $"assignment/{number}", municipality, slug, new { state = row.State.ToString(), row.Comment }, new { state = to.ToString(), Comment = comment });
            (row.State, row.Comment) = (to, comment);
            row.Version++;
            var enrolments = (await Run.Enrolments(db, slug, ct)).Where(e => e.Municipality == municipality);
            var address = site.Of($"/m/{municipality}/{slug}/assignments/{number}");
            run.MailCoordinators(db, clock.GetUtcNow(), enrolments, t => (
                t[$"gatherings.mail.hand-in.{to}.subject", scheduled.Assignment.Title],
                t[$"gatherings.mail.hand-in.{to}.body", scheduled.Assignment.Title, run.Name, comment, address]));
            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.Redirect($"/desk/{slug}/assignments/{number}#m{municipality}");
            }
            catch (DbUpdateConcurrencyException)
            {
                form.RefuseAsConflict();
            }
        }

        db.ChangeTracker.Clear();
        return await Show(slug, number, municipality, form, texts, db, clock, ct) is { } page ? page : TypedResults.NotFound();
    }

    private static async Task<RazorComponentResult?> Show(string slug, int number, MunicipalityCode? answered, Form form, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run || run.Definition.Assignments().FirstOrDefault(a => a.Assignment.Number == number) is not { } scheduled)
        {
            return null;
        }

        var members = (await Run.Enrolments(db, slug, ct)).Where(e => e.State is EnrolmentState.Confirmed);
        var rows = await db.HandIns.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]).Where(h => h.Network == slug && h.Assignment == number).ToDictionaryAsync(h => h.Municipality, ct);
        var empty = new Form(texts);
        var works = members.Select(e =>
        {
            var row = rows.GetValueOrDefault(e.Municipality);
            return new Work(
                e.Municipality, e.MunicipalityName, AssignmentCell.Of(scheduled, row?.State, row is null ? null : DateOnly.FromDateTime(Clock.Local(row.At)), clock.Today()),
                row is null ? null : new HandIn.Given(row.State, row.Text, row.FileName, row.FileLength, row.Shared, row.Comment, row.At, row.By, row.Version),
                e.Municipality == answered ? form : empty);
        });
        return AssignmentDeskPage.Show(new View(slug, run.Name, scheduled.Assignment, scheduled.Due, form, [.. works]), form.Status);
    }

    public sealed record View(string Slug, LocalizedText Network, Assignment Assignment, DateOnly Due, Form Form, IReadOnlyList<Work> Works);

    /// <param name="Form">The form of this municipality's hand-in: what was typed stays with the one it was typed for.</param>
    public sealed record Work(MunicipalityCode Municipality, string Name, AssignmentCell Cell, HandIn.Given? Given, Form Form);
}
