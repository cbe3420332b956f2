using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>
/// The screens that ask for numbers alone: goal attainment, Timed Up and Go, Barthel, own health and WHO-5. The wording of the protected
/// instruments is on the municipality's own forms; here stand neutral names. Every item is answered, or a reason stands for the screen.
/// </summary>
public static class MeasureNumbers
{
    private const string Done = "done";

    internal static void Map(IEndpointRouteBuilder app)
    {
        foreach (var part in new[] { Part.Attainment, Part.Tug, Part.Barthel, Part.Health, Part.Wellbeing })
        {
            var route = $"{OpenMeasurement.Route}/{part.Name()}";
            app.MapGet(route, ([AsParameters] CaseCall call, string point) => Numbers(point, part).Open(call)).ForCaseWorkers(Registration.FollowUps);
            app.MapPost(route, ([AsParameters] CaseCall call, string point, IFormCollection posted) => Numbers(point, part).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
        }
    }

    private static Screen Numbers(string point, Part part) => Screen.Of(
        point, part, item => IsOn(part, item), (open, form) => Read(open, part, form), (open, form) => Show(open, part, form), "reason");

    private static bool IsOn(Part part, string item) => part switch
    {
        Part.Attainment => item.EndsWith(".attainment", StringComparison.Ordinal),
        Part.Tug => item.StartsWith(MeasurementItems.Tug, StringComparison.Ordinal),
        Part.Barthel => item.StartsWith("barthel.", StringComparison.Ordinal),
        Part.Health => item is MeasurementItems.HealthLine,
        _ => item.StartsWith("who5.", StringComparison.Ordinal),
    };

    /// <summary>The items of a screen in this course.</summary>
    private static IEnumerable<CaseField> Items(OpenMeasurement open, Part part) =>
        MeasurementItems.All.Where(i => IsOn(part, i.Path) && (i.Goal is not { } goal || open.Case.Goals.Any(g => g.Number == goal)));

    private static Dictionary<string, string?> Read(OpenMeasurement open, Part part, Form form)
    {
        var texts = open.Call.Texts;
        var reason = form.OneOf("reason", [Done, .. NotDone.Codes], texts["cases.numbers.reason.missing"]);
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var item in Items(open, part))
        {
            typed[item.Path] = reason is not Done ? item.TakesReason ? reason : null : Typed(item, form, texts);
        }

        return typed;
    }

    private static string? Typed(CaseField item, Form form, Texts texts)
    {
        var field = Field(item.Path);
        var raw = form.Raw(field)?.Trim();
        if (string.IsNullOrEmpty(raw))
        {
            form.Refuse(field, texts[item.Kind is CaseFieldKind.Code || item.Goal is not null ? "cases.numbers.choose" : "cases.numbers.missing"]);
            return null;
        }

        var value = item.Kind is CaseFieldKind.Number
            ? form.Number(field, item.Min, item.Max, Wrong(item, raw, texts)) is { } number ? WrittenNumber.HalfUp(number, 2).ToString("0.##", CultureInfo.InvariantCulture) : null
            : raw.Replace('−', '-');
        if (value is not null && !item.Accepts(value))
        {
            form.Refuse(field, Wrong(item, raw, texts));
        }

        return value;
    }

    private static string Wrong(CaseField item, string raw, Texts texts) =>
        texts["cases.numbers.wrong", raw, item.Min.ToString("0.##", texts.Culture), item.Max.ToString("0.##", texts.Culture)];

    /// <summary>The field of an item.</summary>
    internal static string Field(string item) => item.Replace('.', '-');

    private static RazorComponentResult Show(OpenMeasurement open, Part part, Form form)
    {
        var items = Items(open, part).Select(i => new Item(i, open.Case.Goals.FirstOrDefault(g => g.Number == i.Goal)?.Text, Number(open.Answers, i.Path))).ToList();
        var reasons = Items(open, part).Select(i => open.Answers.GetValueOrDefault(i.Path)).Where(NotDone.IsReason);
        var now = open.Case.Outcome.At(open.Point);
        return MeasureNumbersPage.Show(
            new View(
                form,
                open.Head(part, Numbers(open.Point.Name(), part).Seen(open.Case)),
                items,
                reasons.FirstOrDefault() ?? Done,
                open.IsAnswered(part),
                part switch { Part.Barthel => now?.Barthel, Part.Wellbeing => now?.Who5, _ => null },
                Start(open.AtStart, part)),
            form.Status);
    }

    private static double? Start(MeasuredPoint? start, Part part) => part switch
    {
        Part.Tug => start?.Tug,
        Part.Barthel => start?.Barthel,
        Part.Health => start?.HealthLine,
        Part.Wellbeing => start?.Who5,
        _ => null,
    };

    private static string? Number(IReadOnlyDictionary<string, string> answers, string item) =>
        answers.TryGetValue(item, out var value) && !NotDone.IsReason(value) ? value : null;

    /// <param name="Form">What was typed.</param>
    /// <param name="Head">What stands over the screen.</param>
    /// <param name="Items">The items.</param>
    /// <param name="Reason">The stored reason, or "done".</param>
    /// <param name="IsAnswered">Whether somebody has gone through this screen.</param>
    /// <param name="Total">The stored total, of the instruments that have one.</param>
    /// <param name="AtStart">The value at the start.</param>
    public sealed record View(Form Form, PartHead Head, IReadOnlyList<Item> Items, string Reason, bool IsAnswered, int? Total, double? AtStart)
    {
        /// <summary>Whether the answers make a total, and what each point counts.</summary>
        public int? Factor => Head.Part switch { Part.Barthel => 1, Part.Wellbeing => 4, _ => null };
    }

    /// <param name="Field">What it may hold.</param>
    /// <param name="Goal">The words of its goal, or null.</param>
    /// <param name="Stored">The stored value.</param>
    public sealed record Item(CaseField Field, string? Goal, string? Stored);
}
