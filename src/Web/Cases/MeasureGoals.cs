using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>The person's own rating of each goal: a number, or "not rated", but never nothing.</summary>
public static class MeasureGoals
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/goals", Open).ForCaseWorkers();
        app.MapPost($"{OpenMeasurement.Route}/goals", Save).ForCaseWorkers();
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] CaseCall call, string point)
    {
        if (await OpenMeasurement.Find(call, point) is not { } open)
        {
            return TypedResults.NotFound();
        }

        if (open.Row is null || !open.Parts.Contains(Part.Goals))
        {
            return TypedResults.Redirect(open.AddressOf(Part.Status));
        }

        await call.NoteRead();
        return Show(open, new Form(call.Texts));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] CaseCall call, string point, IFormCollection posted)
    {
        if (await OpenMeasurement.Find(call, point) is not { Row: { } row } open || !open.Parts.Contains(Part.Goals))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        var typed = open.Case.Goals.Select(g => Read(form, call.Texts, open.Case.Row.GoalInstrument, g.Number)).ToList();
        if (!form.IsValid)
        {
            return Show(open, form);
        }

        var stored = Stored(open);
        if (!typed.SequenceEqual(stored) || !Parts.IsAnswered(Part.Goals, row.Answered))
        {
            if (form.Version != row.Version)
            {
                form.RefuseAsConflict();
                return Show(open, form);
            }

            Write(open, typed);
            if (!await open.Save(row, Part.Goals, stored.Count == 0 ? null : stored, typed))
            {
                return await Save(call, point, posted);
            }
        }

        return TypedResults.Redirect(open.AddressAfter(Part.Goals));
    }

    private static GoalRating Read(Form form, Texts texts, GoalInstrument instrument, int number)
    {
        var (lowest, highest) = instrument is GoalInstrument.Copm ? (CopmRating.Min, CopmRating.Max) : (PsfsRating.Min, PsfsRating.Max);
        return new GoalRating(number, Rated($"performance{number}"), instrument is GoalInstrument.Copm ? Rated($"satisfaction{number}") : null);

        int? Rated(string field)
        {
            if (string.IsNullOrWhiteSpace(form.Raw(field)) && !form.IsTicked($"skip{number}"))
            {
                form.Refuse(field, texts["cases.rating.missing", lowest, highest]);
            }

            return form.Whole(field, lowest, highest, texts["cases.rating.wrong", form.Raw(field), lowest, highest]);
        }
    }

    private static void Write(OpenMeasurement open, List<GoalRating> typed)
    {
        foreach (var rating in typed)
        {
            var row = open.Ratings.SingleOrDefault(r => r.Number == rating.Goal);
            if (row is null)
            {
                row = new GoalRatingRow { Municipality = open.Call.Municipality, CaseId = open.Call.Id, Point = open.Point, Number = rating.Goal };
                open.Call.Db.GoalRatings.Add(row);
            }

            row.Performance = rating.Performance;
            row.Satisfaction = rating.Satisfaction;
        }
    }

    private static List<GoalRating> Stored(OpenMeasurement open) => [.. open.Ratings.OrderBy(r => r.Number).Select(r => new GoalRating(r.Number, r.Performance, r.Satisfaction))];

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var stored = Stored(open);
        var start = open.Point is MeasurementPoint.Start ? null : open.Case.Outcome.At(MeasurementPoint.Start);
        var goals = open.Case.Goals.Select(g => new Goal(
            g.Number,
            g.Text,
            stored.Where(r => r.Goal == g.Number).Select(r => (GoalRating?)r).SingleOrDefault(),
            start?.Ratings.Where(r => r.Goal == g.Number).Select(r => (GoalRating?)r).SingleOrDefault()));
        return MeasureGoalsPage.Show(new View(form, open.Head(Part.Goals), open.Case.Row.GoalInstrument, [.. goals]), form.Status);
    }

    public sealed record View(Form Form, PartHead Head, GoalInstrument Instrument, IReadOnlyList<Goal> Goals)
    {
        /// <summary>Says which goal a message is about.</summary>
        public IReadOnlyDictionary<string, string> Labels(Texts texts) => Goals
            .SelectMany(g => Scales.Select(scale => (Field: $"{scale}{g.Number}", Label: texts["cases.rating.of", g.Number, texts[$"cases.rating.{scale}"]])))
            .ToDictionary(each => each.Field, each => each.Label, StringComparer.Ordinal);
    }

    private static readonly string[] Scales = ["performance", "satisfaction"];

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
