using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>The person's own rating of each goal: a number, or "not rated", but never nothing.</summary>
public static class MeasureGoals
{
    private static readonly string[] Scales = ["performance", "satisfaction"];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/goals", ([AsParameters] CaseCall call, string point) => Ratings(point).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{OpenMeasurement.Route}/goals", ([AsParameters] CaseCall call, string point, IFormCollection posted) => Ratings(point).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Screen Ratings(string point) => Screen.Of(
        point, Part.Goals, item => item.StartsWith("goal", StringComparison.Ordinal) && !item.EndsWith(".attainment", StringComparison.Ordinal), Read, Show, "performance1");

    private static Dictionary<string, string?> Read(OpenMeasurement open, Form form)
    {
        var isCopm = open.Case.Row.GoalInstrument is GoalInstrument.Copm;
        var (lowest, highest) = isCopm ? (CopmRating.Min, CopmRating.Max) : (PsfsRating.Min, PsfsRating.Max);
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var number in open.Case.Goals.Select(g => g.Number))
        {
            typed[MeasurementItems.Performance(number)] = Rated(number, "performance");
            typed[MeasurementItems.GoalSatisfaction(number)] = isCopm ? Rated(number, "satisfaction") : null;
        }

        return typed;

        string? Rated(int number, string scale)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{scale}{number}");
            if (string.IsNullOrWhiteSpace(form.Raw(field)))
            {
                if (form.IsTicked($"skip{number}"))
                {
                    return NotDone.Other;
                }

                form.Refuse(field, open.Call.Texts["cases.rating.missing", lowest, highest]);
            }

            return form.Whole(field, lowest, highest, open.Call.Texts["cases.rating.wrong", form.Raw(field), lowest, highest])?.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var isAnswered = open.IsAnswered(Part.Goals);
        var now = open.Case.Outcome.At(open.Point);
        var goals = open.Case.Goals.Select(g => new Goal(g.Number, g.Text, isAnswered ? Rating(now, g.Number) ?? new GoalRating((byte)g.Number, null, null) : null, Rating(open.AtStart, g.Number)));
        return MeasureGoalsPage.Show(
            new View(form, open.Head(Part.Goals, Ratings(open.Point.Name()).Seen(open.Case)), open.Case.Row.GoalInstrument, [.. goals],
                [.. Scales.Take(open.Case.Row.GoalInstrument is GoalInstrument.Copm ? 2 : 1).Select(scale => TotalOf(open, scale))], open.AtStart is not null),
            form.Status);
    }

    /// <summary>What the outcome of a scale is called.</summary>
    private static Outcome OutcomeOf(GoalInstrument instrument, string scale) =>
        instrument is GoalInstrument.Psfs ? Outcome.Psfs : scale is "satisfaction" ? Outcome.CopmSatisfaction : Outcome.CopmPerformance;

    private static Total TotalOf(OpenMeasurement open, string scale)
    {
        var (course, outcome) = (open.Case.Outcome, OutcomeOf(open.Case.Row.GoalInstrument, scale));
        return new Total(scale, course.Value(outcome, open.Point), open.AtStart is null ? null : course.Between(outcome, MeasurementPoint.Start, open.Point).Change);
    }

    private static GoalRating? Rating(MeasuredPoint? point, int goal) => point?.Ratings.Where(r => r.Goal == goal).Select(r => (GoalRating?)r).SingleOrDefault();

    public sealed record View(Form Form, PartHead Head, GoalInstrument Instrument, IReadOnlyList<Goal> Goals, IReadOnlyList<Total> Totals, bool HasStart)
    {
        /// <summary>Says which goal a message is about.</summary>
        public IReadOnlyDictionary<string, string> Labels(Texts texts) => Goals
            .SelectMany(g => Scales.Select(scale => (Field: $"{scale}{g.Number}", Label: texts["cases.rating.of", g.Number, texts[$"cases.rating.{scale}"]])))
            .ToDictionary(each => each.Field, each => each.Label, StringComparer.Ordinal);
    }

    /// <param name="Scale">Performance or satisfaction.</param>
    /// <param name="Mean">The stored mean over the goals rated here.</param>
    /// <param name="Change">The stored change since the start, over the goals rated both times.</param>
    public sealed record Total(string Scale, double? Mean, double? Change);

    /// <param name="Number">The goal's number.</param>
    /// <param name="Text">In the person's own words.</param>
    /// <param name="Now">What is stored at this point; null before it is rated.</param>
    /// <param name="AtStart">What was rated at the start; null there, or when it was not.</param>
    public sealed record Goal(int Number, string Text, GoalRating? Now, GoalRating? AtStart)
    {
        /// <summary>As it stands in a field.</summary>
        public static string? Shown(int? points) => points?.ToString(CultureInfo.InvariantCulture);
    }
}
