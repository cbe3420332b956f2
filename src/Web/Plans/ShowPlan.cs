using Mestring.Core.Places;
using Mestring.Core.Plans;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Plans;

/// <summary>The development plan as a board and as a list; the list is what prints.</summary>
public static class ShowPlan
{
    /// <summary>Who may write in the plan.</summary>
    internal static readonly Role[] Writers = [Role.Coordinator, Role.Approver, Role.Professional];

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/m/{municipality}/{slug}/plan", Show).ForMunicipality(Rules.Members);

    private static async Task<Results<RazorComponentResult, NotFound>> Show(
        MunicipalityCode municipality, string slug, Membership member, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!member.Definition.Programme.Features.KeepsDevelopmentPlan)
        {
            return TypedResults.NotFound();
        }

        var goals = await db.PlanGoals.AsNoTracking().Where(g => g.Network == slug).OrderBy(g => g.Position).ThenBy(g => g.Id)
            .Select(g => new { g.Id, g.Title, g.Description }).Take(200).ToListAsync(ct);
        var ids = goals.Select(g => g.Id).ToList();
        var measures = await db.PlanActions.AsNoTracking().Where(a => ids.Contains(a.GoalId)).OrderBy(a => a.Deadline ?? DateOnly.MaxValue).ThenBy(a => a.Id)
            .Select(a => new Measure(a.Id, a.GoalId, a.Title, a.Owner, a.Deadline, a.State, a.Note, a.ChangedAt, a.Version)).Take(1000).ToListAsync(ct);
        return PlanPage.Show(new View(
            municipality,
            member.Name,
            slug,
            member.Definition.Terms.Name,
            clock.Today(),
            clock.GetUtcNow(),
            visitor.Is(municipality, Writers),
            [.. goals.Select(g => new Goal(g.Id, g.Title, g.Description, [.. measures.Where(m => m.GoalId == g.Id)]))],
            new Form(texts)));
    }

    public sealed record View(
        MunicipalityCode Municipality,
        string Place,
        string Slug,
        LocalizedText Network,
        DateOnly Today,
        DateTimeOffset Now,
        bool MayWrite,
        IReadOnlyList<Goal> Goals,
        Form Form)
    {
        public string Address => $"/m/{Municipality}/{Slug}/plan";

        public IReadOnlyList<Measure> Measures => [.. Goals.SelectMany(g => g.Measures)];
    }

    public sealed record Goal(Guid Id, string Title, string Description, IReadOnlyList<Measure> Measures);

    public sealed record Measure(
        Guid Id, Guid GoalId, string Title, string Owner, DateOnly? Deadline, PlanActionState State, string Note, DateTimeOffset ChangedAt, int Version)
    {
        public bool IsLate(DateOnly today) => Deadline < today && State is (PlanActionState.Planned or PlanActionState.Started);
    }
}
