using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Retention;

/// <summary>Deletes one course. The page says what goes; the pseudonym is typed, so that the right one goes.</summary>
public static class DeleteCase
{
    private const string Route = "/m/{municipality}/{slug}/cases/{id:guid}/delete";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseCoordinators();
        app.MapPost(Route, Delete).ForCaseCoordinators();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(
        MunicipalityCode municipality, string slug, Guid id, MestringDb db, Texts texts, Frame frame, Audit audit, CancellationToken ct)
    {
        if (await Find(municipality, slug, id, db, new Form(texts), ct) is not { } view)
        {
            return TypedResults.NotFound();
        }

        audit.Note(Audit.ReadCase, Audit.Subject(id), municipality, slug);
        await db.SaveChangesAsync(ct);
        return Show(view, texts, frame);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Delete(
        MunicipalityCode municipality, string slug, Guid id, IFormCollection posted, MestringDb db, Texts texts, Frame frame, Visitor visitor, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        if (await Find(municipality, slug, id, db, form, ct) is not { } view)
        {
            return TypedResults.NotFound();
        }

        var typed = form.Text("pseudonym", texts["retention.pseudonym.missing", view.Pseudonym]);
        if (form.IsValid && !string.Equals(typed, view.Pseudonym, StringComparison.OrdinalIgnoreCase))
        {
            form.Refuse("pseudonym", texts["retention.pseudonym.other", typed, view.Pseudonym]);
        }

        if (!form.IsValid)
        {
            return Show(view, texts, frame);
        }

        audit.Note("delete-case", Audit.Subject(id), municipality, slug);
        return await Eraser.Delete(db, visitor, municipality, slug, [id], DeletionKind.Course, clock.GetUtcNow(), ct) is { } receipt
            ? TypedResults.Redirect($"/m/{municipality}/receipts/{receipt.Id}")
            : TypedResults.NotFound();
    }

    private static Task<View?> Find(MunicipalityCode municipality, string slug, Guid id, MestringDb db, Form form, CancellationToken ct) => db.Cases.AsNoTracking().Where(c => c.Id == id && c.Network == slug).Select(c => new View(
        form,
        $"/m/{municipality}/{slug}/cases/{id}",
        c.Pseudonym,
        db.Goals.Count(g => g.CaseId == id),
        db.Measurements.Count(m => m.CaseId == id),
        db.Grants.Count(g => g.CaseId == id),
        db.Input.Count(i => i.CaseId == id),
        db.CaseQueries.Count(q => q.CaseId == id))).SingleOrDefaultAsync(ct)!;

    private static RazorComponentResult Show(View view, Texts texts, Frame frame)
    {
        frame.Back = new Crumb(texts["retention.back"], view.Case);
        return DeleteCasePage.Show(view, view.Form.Status);
    }

    public sealed record View(Form Form, string Case, string Pseudonym, int Goals, int Measurements, int Grants, int Input, int Queries);
}
