using System.Text.Json;
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

        var subject = CaseCall.Subject(call.Id);
        var changes = await call.Db.Audit.AsNoTracking()
            .Where(a => a.Municipality == call.Municipality && a.Subject == subject && a.Action != CaseCall.ReadAction)
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id)
            .Take(LatestChanges)
            .Select(a => new { a.At, a.Action, a.PersonName, a.After }).ToListAsync(call.Ct);
        await call.NoteRead();

        var row = open.Row;
        IReadOnlyList<Milestone> milestones =
        [
            .. open.Windows.Select(w =>
            {
                var there = open.Measurements.SingleOrDefault(m => m.Point == w.Point);
                var progress = there is null ? default : Parts.Progress(open.Definition.Programme, w.Point, there.Status, there.Answered);
                return new Milestone(w, open.Outcome.State(w, call.Today), there?.Status, progress.Done, progress.Of);
            }),
        ];
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-list"], call.List);
        return ShowCasePage.Show(new View(
            call.Address,
            call.List,
            CaseBasics.Of(row),
            new EndCase.Ending(row.EndedOn, row.EndReason, row.Setting),
            call.Today,
            open.Others,
            open.Measurements.Select(m => (DateTimeOffset?)m.ChangedAt).Max(),
            milestones,
            Next(milestones),
            open.Notices(call.Today),
            [.. open.Goals.Select(g => (g.Number, g.Text, g.Domain))],
            CaseCharts.Goals(open, call.Texts),
            CaseCharts.Sppb(open, call.Texts),
            CaseCharts.Hours(open, call.Texts),
            [.. changes.Select(c => new Change(c.At, c.Action, c.PersonName, PointOf(c.After)))]));
    }

    /// <summary>What to do first: what is due, then what was begun, then what was forgotten.</summary>
    private static Milestone? Next(IReadOnlyList<Milestone> milestones) =>
        milestones.FirstOrDefault(m => m.State is PointState.Overdue)
        ?? milestones.FirstOrDefault(m => m.State is PointState.Due)
        ?? milestones.FirstOrDefault(m => m.IsBegun)
        ?? milestones.FirstOrDefault(m => m.IsForgotten);

    private static MeasurementPoint? PointOf(string? after)
    {
        if (after is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(after);
        return json.RootElement.ValueKind is JsonValueKind.Object
            && json.RootElement.TryGetProperty("point", out var point)
            && Enum.TryParse<MeasurementPoint>(point.GetString(), out var there) ? there : null;
    }

    public sealed record View(
        string Address,
        string List,
        CaseBasics Basics,
        EndCase.Ending Ending,
        DateOnly Today,
        int Others,
        DateTimeOffset? Saved,
        IReadOnlyList<Milestone> Milestones,
        Milestone? Next,
        IReadOnlyList<NoticedAt> Notices,
        IReadOnlyList<(int Number, string Text, GoalDomain Domain)> Goals,
        Chart? GoalChart,
        Chart? SppbChart,
        HoursTable? Hours,
        IReadOnlyList<Change> Changes);

    /// <summary>One line of the trail.</summary>
    public sealed record Change(DateTimeOffset At, string Action, string Person, MeasurementPoint? Point);

    /// <summary>Granted hours at each point.</summary>
    public sealed record HoursTable(string Reading, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows);
}
