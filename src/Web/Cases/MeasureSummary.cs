using Mestring.Core;
using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>Last screen of a measurement: everything once more, gaps marked, with what is worth a second look.</summary>
public static class MeasureSummary
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet($"{OpenMeasurement.Route}/summary", Open).ForCaseWorkers();

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] CaseCall call, string point)
    {
        if (await OpenMeasurement.Find(call, point) is not { } open)
        {
            return TypedResults.NotFound();
        }

        if (open.Row is null)
        {
            return TypedResults.Redirect(open.AddressOf(Part.Status));
        }

        await call.NoteRead();
        var measured = open.Case.Outcome.At(open.Point)!;
        var parts = open.Parts.Where(p => p is not Part.Summary).Select(p => new Screen(p, open.AddressOf(p), open.IsAnswered(p)));
        return MeasureSummaryPage.Show(new View(
            open.Head(Part.Summary),
            open.Answers,
            open.Case.Row.GoalInstrument,
            measured,
            MeasureHours.Granted(open),
            MeasureHours.IsEstimate(open),
            [.. open.Case.Goals.Select(g => (g.Number, g.Text))],
            open.Parts.Contains(Part.Service) ? [.. MeasureService.Asked(open).Select(each => (each.Question.Question, MeasureService.Stored(open, each.Number, each.Question) is { } points ? each.Question.Answers[points - 1] : null))] : [],
            [.. parts],
            [.. open.Case.File.Findings(call.Today).Where(f => string.Equals(f.Path.Split('.')[0], open.Point.Name(), StringComparison.Ordinal))]));
    }

    public sealed record View(
        PartHead Head, IReadOnlyDictionary<string, string> Answers, GoalInstrument Instrument, MeasuredPoint Measured, IReadOnlyList<ServiceHours> Hours, bool IsEstimate, IReadOnlyList<(int Number, string Text)> Goals, IReadOnlyList<(LocalizedText Question, LocalizedText? Answer)> ServiceAnswers, IReadOnlyList<Screen> Steps, IReadOnlyList<RuleFinding> Findings)
    {
        public GoalRating? Rating(int goal) => Measured.Ratings.Where(r => r.Goal == goal).Select(r => (GoalRating?)r).SingleOrDefault();

        public Screen? FirstOpen => Steps.FirstOrDefault(s => !s.IsAnswered);
    }

    /// <param name="Part">Which screen.</param>
    /// <param name="Address">Where it is.</param>
    /// <param name="IsAnswered">Whether somebody has gone through it.</param>
    public sealed record Screen(Part Part, string Address, bool IsAnswered);
}
