using System.Globalization;
using Mestring.Core;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>How satisfied the person is with the service: the programme's first question, or "not answered".</summary>
public static class MeasureService
{
    /// <summary>What a question that was not answered sends.</summary>
    internal const string NotAnswered = "none";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/service", ([AsParameters] CaseCall call, string point) => Question(point).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{OpenMeasurement.Route}/service", ([AsParameters] CaseCall call, string point, IFormCollection posted) => Question(point).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Screen Question(string point) => Screen.Of(point, Part.Service, item => item is MeasurementItems.Satisfaction, Read, Show);

    private static Dictionary<string, string?> Read(OpenMeasurement open, Form form) => new(StringComparer.Ordinal)
    {
        [MeasurementItems.Satisfaction] = string.Equals(form.Raw("service"), NotAnswered, StringComparison.Ordinal)
            ? NotDone.Other
            : form.Read<Satisfaction>("service", open.Call.Texts["cases.service.missing"]).Points.ToString(CultureInfo.InvariantCulture),
    };

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var question = open.Case.Definition.Programme.Satisfaction[0];
        return MeasureServicePage.Show(
            new View(
                form, open.Head(Part.Service, Question(open.Point.Name()).Seen(open.Case)), question.Question, question.Answers, open.IsAnswered(Part.Service), open.Case.Outcome.At(open.Point)?.Satisfaction?.Points),
            form.Status);
    }

    public sealed record View(Form Form, PartHead Head, LocalizedText Question, IReadOnlyList<LocalizedText> Answers, bool IsAnswered, int? Stored)
    {
        public string? Chosen => Stored?.ToString(CultureInfo.InvariantCulture) ?? (IsAnswered ? NotAnswered : null);
    }
}
