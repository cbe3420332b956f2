using Mestring.Core.Places;
using Mestring.Core.Plans;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Plans;

/// <summary>Adds a measure to a goal of the plan, or changes one.</summary>
public static class EditMeasure
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/plan/measures/new", New).ForMunicipality(ShowPlan.Writers);
        app.MapPost("/m/{municipality}/{slug}/plan/measures/new", Add).ForMunicipality(ShowPlan.Writers);
        app.MapGet("/m/{municipality}/{slug}/plan/measures/{id:guid}", Open).ForMunicipality(ShowPlan.Writers);
        app.MapPost("/m/{municipality}/{slug}/plan/measures/{id:guid}", Save).ForMunicipality(ShowPlan.Writers);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> New(
        MunicipalityCode municipality, string slug, Guid? goal, Membership member, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await Show(db, member, slug, new PlanActionRow { Municipality = municipality, Id = Guid.CreateVersion7(clock.GetUtcNow()), GoalId = goal ?? Guid.Empty }, new Form(texts), ct) is { } page
            ? page
            : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Add(
        MunicipalityCode municipality, string slug, IFormCollection posted, Membership member, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var form = new Form(texts, posted);
        var measure = new PlanActionRow { Municipality = municipality, Id = form.Once(clock) };
        await Read(form, measure, slug, texts, db, ct);
        if (!form.IsValid)
        {
            return await Show(db, member, slug, measure, form, ct) is { } page ? page : TypedResults.NotFound();
        }

        if (!await db.PlanActions.AnyAsync(a => a.Id == measure.Id, ct))
        {
            measure.ChangedAt = clock.GetUtcNow();
            measure.Version = 1;
            db.PlanActions.Add(measure);
            audit.Note("add-measure", $"measure/{measure.Id}", municipality, slug, after: Said(measure));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // The same form was sent twice in the same moment: the other one made the measure.
                db.ChangeTracker.Clear();
                if (!await db.PlanActions.AnyAsync(a => a.Id == measure.Id, ct))
                {
                    throw;
                }
            }
        }

        return TypedResults.Redirect($"/m/{municipality}/{slug}/plan");
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(string slug, Guid id, Membership member, Texts texts, MestringDb db, CancellationToken ct) =>
        await Find(db, slug, id, ct) is { } measure && await Show(db, member, slug, measure, new Form(texts), ct) is { } page ? page : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, Guid id, IFormCollection posted, Membership member, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(db, slug, id, ct) is not { } measure)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var before = Said(measure);
        if (form.Version != measure.Version)
        {
            form.RefuseAsConflict();
            return await Show(db, member, slug, measure, form, ct) is { } stored ? stored : TypedResults.NotFound();
        }

        await Read(form, measure, slug, texts, db, ct);
        if (!form.IsValid)
        {
            return await Show(db, member, slug, measure, form, ct) is { } refused ? refused : TypedResults.NotFound();
        }

        measure.ChangedAt = clock.GetUtcNow();
        measure.Version++;
        audit.Note("change-measure", $"measure/{id}", municipality, slug, before, Said(measure));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.RefuseAsConflict();
            return await Find(db, slug, id, ct) is { } now && await Show(db, member, slug, now, form, ct) is { } stored ? stored : TypedResults.NotFound();
        }

        return TypedResults.Redirect($"/m/{municipality}/{slug}/plan");
    }

    private static async Task Read(Form form, PlanActionRow measure, string slug, Texts texts, MestringDb db, CancellationToken ct)
    {
        measure.Title = form.Text("title", texts["plans.title.missing"]);
        measure.Owner = form.Text("owner", texts["plans.owner.missing"]);
        measure.Deadline = form.ReadOptional<DateOnly>("deadline", texts["plans.deadline.wrong", form.Raw("deadline")]);
        measure.Note = form.Optional("note", 2000, lines: true);
        var state = form.Choice<PlanActionState>("state", texts["plans.state.missing"]);
        measure.State = state;
        if (state is PlanActionState.Stopped && measure.Note.Length == 0)
        {
            form.Refuse("note", texts["plans.note.why"]);
        }

        var goals = await db.PlanGoals.AsNoTracking().Where(g => g.Network == slug).Select(g => g.Id).ToListAsync(ct);
        if (Guid.TryParse(form.OneOf("goal", goals.Select(g => g.ToString()), texts["plans.goal.missing"]), out var goal))
        {
            measure.GoalId = goal;
        }
    }

    /// <summary>A measure of this network's plan; null when there is none.</summary>
    internal static Task<PlanActionRow?> Find(MestringDb db, string slug, Guid id, CancellationToken ct) =>
        db.PlanActions.SingleOrDefaultAsync(a => a.Id == id && db.PlanGoals.Any(g => g.Id == a.GoalId && g.Network == slug), ct);

    internal static object Said(PlanActionRow measure) => new { measure.GoalId, measure.Title, measure.Owner, measure.Deadline, State = measure.State.ToString(), measure.Note };

    /// <summary>The form; null when the programme keeps no plan.</summary>
    internal static async Task<RazorComponentResult?> Show(MestringDb db, Membership member, string slug, PlanActionRow measure, Form form, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.KeepsDevelopmentPlan)
        {
            return null;
        }

        var goals = await db.PlanGoals.AsNoTracking().Where(g => g.Network == slug).OrderBy(g => g.Position).ThenBy(g => g.Id)
            .Select(g => new { g.Id, g.Title }).ToListAsync(ct);
        return EditMeasurePage.Show(
            new View(
                member.Municipality, member.Name, slug, measure.Id, measure.Version, measure.Title, measure.Owner, measure.Deadline, measure.State, measure.Note,
                measure.GoalId == Guid.Empty ? null : measure.GoalId.ToString(), [.. goals.Select(g => new Answer(g.Id.ToString(), g.Title))], form),
            form.Status);
    }

    public sealed record View(
        MunicipalityCode Municipality, string Place, string Slug, Guid Id, int Version, string Title, string Owner, DateOnly? Deadline, PlanActionState State,
        string Note, string? Goal, IReadOnlyList<Answer> Goals, Form Form)
    {
        public string Plan => $"/m/{Municipality}/{Slug}/plan";
    }
}
