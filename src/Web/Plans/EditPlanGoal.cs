using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Plans;

/// <summary>Adds a goal to the plan, or rewrites one.</summary>
public static class EditPlanGoal
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/m/{municipality}/{slug}/plan/goals/new", New).ForMunicipality(ShowPlan.Writers);
        app.MapPost("/m/{municipality}/{slug}/plan/goals/new", Add).ForMunicipality(ShowPlan.Writers);
        app.MapGet("/m/{municipality}/{slug}/plan/goals/{id:guid}", Open).ForMunicipality(ShowPlan.Writers);
        app.MapPost("/m/{municipality}/{slug}/plan/goals/{id:guid}", Save).ForMunicipality(ShowPlan.Writers);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> New(string slug, Membership member, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        return member.Definition.Programme.Features.KeepsDevelopmentPlan
            ? Show(member, slug, new PlanGoalRow { Municipality = member.Municipality, Id = Guid.CreateVersion7(clock.GetUtcNow()) }, new Form(texts))
            : TypedResults.NotFound();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Add(
        string slug, IFormCollection posted, Membership member, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.KeepsDevelopmentPlan)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var goal = new PlanGoalRow { Municipality = member.Municipality, Id = form.Once(clock), Network = slug };
        Read(form, goal, texts);
        if (!form.IsValid)
        {
            return Show(member, slug, goal, form);
        }

        if (!await db.PlanGoals.AnyAsync(g => g.Id == goal.Id, ct))
        {
            goal.Position = 1 + (await db.PlanGoals.Where(g => g.Network == slug).MaxAsync(g => (int?)g.Position, ct) ?? 0);
            goal.ChangedAt = clock.GetUtcNow();
            goal.Version = 1;
            db.PlanGoals.Add(goal);
            audit.Note("add-plan-goal", $"plan-goal/{goal.Id}", member.Municipality, slug, after: new { goal.Title, goal.Description });
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // The same form was sent twice in the same moment: the other one made the goal.
                db.ChangeTracker.Clear();
                if (!await db.PlanGoals.AnyAsync(g => g.Id == goal.Id, ct))
                {
                    throw;
                }
            }
        }

        return TypedResults.Redirect($"/m/{member.Municipality}/{slug}/plan");
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(string slug, Guid id, Membership member, Texts texts, MestringDb db, CancellationToken ct) =>
        await db.PlanGoals.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.Network == slug, ct) is { } goal
            ? Show(member, slug, goal, new Form(texts))
            : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Save(
        MunicipalityCode municipality, string slug, Guid id, IFormCollection posted, Membership member, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await db.PlanGoals.SingleOrDefaultAsync(g => g.Id == id && g.Network == slug, ct) is not { } goal)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var before = new { goal.Title, goal.Description };
        if (form.Version != goal.Version)
        {
            form.RefuseAsConflict();
            return Show(member, slug, goal, form);
        }

        Read(form, goal, texts);
        if (!form.IsValid)
        {
            return Show(member, slug, goal, form);
        }

        goal.ChangedAt = clock.GetUtcNow();
        goal.Version++;
        audit.Note("change-plan-goal", $"plan-goal/{id}", municipality, slug, before, new { goal.Title, goal.Description });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.RefuseAsConflict();
            return Show(member, slug, await db.PlanGoals.AsNoTracking().SingleAsync(g => g.Id == id, ct), form);
        }

        return TypedResults.Redirect($"/m/{municipality}/{slug}/plan");
    }

    private static void Read(Form form, PlanGoalRow goal, Texts texts)
    {
        goal.Title = form.Text("title", texts["plans.title.missing"]);
        goal.Description = form.Optional("description", 2000, lines: true);
    }

    private static RazorComponentResult Show(Membership member, string slug, PlanGoalRow goal, Form form) => EditPlanGoalPage.Show(
        new View(member.Municipality, member.Name, slug, goal.Id, goal.Version, goal.Title, goal.Description, form), form.Status);

    public sealed record View(MunicipalityCode Municipality, string Place, string Slug, Guid Id, int Version, string Title, string Description, Form Form)
    {
        public string Plan => $"/m/{Municipality}/{Slug}/plan";
    }
}
