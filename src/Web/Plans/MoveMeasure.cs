using Mestring.Core.Places;
using Mestring.Core.Plans;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Plans;

/// <summary>Moves a measure to another column of the board. To stop one takes a reason, so that opens the whole form.</summary>
public static class MoveMeasure
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/m/{municipality}/{slug}/plan/measures/{id:guid}/move", Move).ForMunicipality(ShowPlan.Writers);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Move(
        MunicipalityCode municipality, string slug, Guid id, IFormCollection posted, Membership member, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await EditMeasure.Find(db, slug, id, ct) is not { } measure)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var state = form.Choice<PlanActionState>("state", texts["plans.state.missing"]);
        if (form.IsValid && state == measure.State)
        {
            return TypedResults.Redirect($"/m/{municipality}/{slug}/plan");
        }

        if (form.IsValid && state is PlanActionState.Stopped && measure.Note.Length == 0)
        {
            form.Refuse("note", texts["plans.note.why"]);
        }

        if (form.Version != measure.Version)
        {
            form.RefuseAsConflict();
        }

        if (form is { IsValid: true, IsConflict: false })
        {
            var before = EditMeasure.Said(measure);
            measure.State = state;
            measure.ChangedAt = clock.GetUtcNow();
            measure.Version++;
            audit.Note("move-measure", $"measure/{id}", municipality, slug, before, EditMeasure.Said(measure));
            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.Redirect($"/m/{municipality}/{slug}/plan");
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                form.RefuseAsConflict();
                measure = await EditMeasure.Find(db, slug, id, ct);
            }
        }

        return measure is not null && await EditMeasure.Show(db, member, slug, measure, form, ct) is { } page ? page : TypedResults.NotFound();
    }
}
