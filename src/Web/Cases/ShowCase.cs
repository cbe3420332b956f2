using Mestring.Core.Charts;
using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>One course: what to do now, what has changed, and who did what last.</summary>
public static class ShowCase
{
    private const int LatestChanges = 5;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet(CaseCall.Route, Open).ForCaseWorkers();

    private static async Task<Results<RazorComponentResult, NotFound>> Open([AsParameters] CaseCall call)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var changes = (await History.Entries(call).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(LatestChanges).ToListAsync(call.Ct)).ConvertAll(History.Change.Of);
        await call.NoteRead();
        var review = await CaseReview.Of(call.Db, call.Id, call.Ct);
        var row = open.Row;
        var others = await call.Db.Cases.CountAsync(c => c.Pseudonym == row.Pseudonym && c.Id != row.Id, call.Ct);
        IReadOnlyList<Milestone> milestones =
        [
            .. open.Windows.Select(w =>
                Milestone.At(w, open.Outcome.State(w, call.Today), open.File.Measurements.SingleOrDefault(m => m.Point == w.Point), open.Definition.Programme, open.Instruments)),
        ];
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-list"], call.List);
        return ShowCasePage.Show(new View(
            call.Address,
            call.List,
            CaseBasics.Of(row),
            EndCase.Stored(open),
            call.Today,
            others,
            row.ChangedAt,
            milestones,
            call.CanChange ? Next(milestones) : null,
            call.CanChange,
            [.. open.File.Findings(call.Today).Where(f => !review.IsOverruled(f, open.File.Stored)).Select(f => (f.Severity, call.Texts.Link(f, call.Address)))],
            review.Open.Count(),
            call.Visitor.Is(call.Municipality, Role.Coordinator),
            [.. open.Goals.Select(g => (g.Number, g.Text, g.Domain))],
            CaseCharts.Goals(open, call.Texts),
            CaseCharts.Sppb(open, call.Texts),
            CaseCharts.Hours(open, call.Texts),
            changes));
    }

    /// <summary>What to do first: what is due, then what was begun, then what was forgotten.</summary>
    private static Milestone? Next(IReadOnlyList<Milestone> milestones) =>
        milestones.FirstOrDefault(m => m.State is PointState.Overdue)
        ?? milestones.FirstOrDefault(m => m.State is PointState.Due)
        ?? milestones.FirstOrDefault(m => m.IsBegun)
        ?? milestones.FirstOrDefault(m => m.IsForgotten);

    /// <param name="Others">How many other courses the municipality has under the same pseudonym.</param>
    public sealed record View(
        string Address,
        string List,
        CaseBasics Basics,
        EndCase.Ending Ending,
        DateOnly Today,
        int Others,
        DateTimeOffset Saved,
        IReadOnlyList<Milestone> Milestones,
        Milestone? Next,
        bool CanChange,
        IReadOnlyList<(RuleSeverity Severity, Crumb Where)> Findings,
        int OpenQueries,
        bool IsCoordinator,
        IReadOnlyList<(int Number, string Text, GoalDomain Domain)> Goals,
        Chart? GoalChart,
        Chart? SppbChart,
        Chart? Hours,
        IReadOnlyList<History.Change> Changes);
}
