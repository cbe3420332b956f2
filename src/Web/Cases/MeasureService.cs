using System.Globalization;
using Mestring.Core;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>
/// How satisfied the person is with the service: every question of the programme, an answer or "not answered" to each, and who wrote the answers
/// down. The first question is the headline figure.
/// </summary>
public static class MeasureService
{
    /// <summary>What a question that was not answered sends.</summary>
    internal const string NotAnswered = "none";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/service", ([AsParameters] CaseCall call, string point) => Questions(point).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{OpenMeasurement.Route}/service", ([AsParameters] CaseCall call, string point, IFormCollection posted) => Questions(point).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    /// <summary>The questions that are asked at a measurement, with their numbers from 1.</summary>
    internal static IEnumerable<(int Number, SatisfactionQuestion Question)> Asked(OpenMeasurement open) => open.Case.Definition.Programme.Satisfaction.Take(MeasurementItems.MaxQuestions)
        .Select((question, i) => (Number: i + 1, question)).Where(each => each.Number == 1 || each.question.Points.Contains(open.Point));

    /// <summary>The field of a question.</summary>
    internal static string Field(int number) => number == 1 ? "service" : string.Create(CultureInfo.InvariantCulture, $"service{number}");

    private static Screen Questions(string point) => Screen.Of(point, Part.Service, item => item.Split('.')[0] is MeasurementItems.Satisfaction, Read, Show, "service");

    private static Dictionary<string, string?> Read(OpenMeasurement open, Form form)
    {
        var texts = open.Call.Texts;
        var typed = Asked(open).ToDictionary(
            each => MeasurementItems.Question(each.Number),
            each => (string?)(string.Equals(form.Raw(Field(each.Number)), NotAnswered, StringComparison.Ordinal)
                ? NotDone.Other
                : form.Read<Satisfaction>(Field(each.Number), texts["cases.service.missing"]).Points.ToString(CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
        var isAnswered = !typed.Values.All(NotDone.IsReason);
        typed[MeasurementItems.SatisfactionBy] = isAnswered ? $"{form.Choice<AnswerHelp>("by", texts["cases.service.by.missing"])}" : null;
        return typed;
    }

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var isAnswered = open.IsAnswered(Part.Service);
        return MeasureServicePage.Show(
            new View(
                form,
                open.Head(Part.Service, Questions(open.Point.Name()).Seen(open.Case)),
                [.. Asked(open).Select(each => new Question(Field(each.Number), each.Question.Question, each.Question.Answers, Stored(open, each.Number, each.Question), isAnswered))],
                open.Case.Outcome.At(open.Point)?.SatisfactionBy),
            form.Status);
    }

    /// <summary>The points of a stored answer; null when it was not answered, or with more than the question has answers.</summary>
    internal static int? Stored(OpenMeasurement open, int number, SatisfactionQuestion question) =>
        int.TryParse(open.Answers.GetValueOrDefault(MeasurementItems.Question(number)), CultureInfo.InvariantCulture, out var points) && points <= question.Answers.Count ? points : null;

    public sealed record View(Form Form, PartHead Head, IReadOnlyList<Question> Questions, AnswerHelp? By);

    /// <param name="Field">Its field.</param>
    /// <param name="Words">What is asked.</param>
    /// <param name="Answers">The answers, the lowest first.</param>
    /// <param name="Stored">The stored answer, from 1; null when it was not answered.</param>
    /// <param name="IsAnswered">Whether somebody has gone through this screen.</param>
    public sealed record Question(string Field, LocalizedText Words, IReadOnlyList<LocalizedText> Answers, int? Stored, bool IsAnswered)
    {
        public string? Chosen => Stored?.ToString(CultureInfo.InvariantCulture) ?? (IsAnswered ? NotAnswered : null);
    }
}
