using System.Globalization;
using Mestring.Core;
using Mestring.Core.Measures;
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
        app.MapGet($"{OpenMeasurement.Route}/service", Open).ForCaseWorkers();
        app.MapPost($"{OpenMeasurement.Route}/service", Save).ForCaseWorkers();
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] CaseCall call, string point)
    {
        if (await OpenMeasurement.Find(call, point) is not { } open)
        {
            return TypedResults.NotFound();
        }

        if (open.Row is null || !open.Parts.Contains(Part.Service))
        {
            return TypedResults.Redirect(open.AddressOf(Part.Status));
        }

        await call.NoteRead();
        return Show(open, new Form(call.Texts));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] CaseCall call, string point, IFormCollection posted)
    {
        if (await OpenMeasurement.Find(call, point) is not { Row: { } row } open || !open.Parts.Contains(Part.Service))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        int? typed = string.Equals(form.Raw("service"), NotAnswered, StringComparison.Ordinal)
            ? null
            : form.Read<Satisfaction>("service", call.Texts["cases.service.missing"]).Points;
        if (!form.IsValid)
        {
            return Show(open, form);
        }

        var first = !Parts.IsAnswered(Part.Service, row.Answered);
        if (typed != row.Satisfaction || first)
        {
            if (form.Version != row.Version)
            {
                form.RefuseAsConflict();
                return Show(open, form);
            }

            var stored = row.Satisfaction;
            row.Satisfaction = typed;
            if (!await open.Save(row, Part.Service, first ? null : new { satisfaction = stored }, new { satisfaction = typed }))
            {
                return await Save(call, point, posted);
            }
        }

        return TypedResults.Redirect(open.AddressAfter(Part.Service));
    }

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var question = open.Case.Definition.Programme.Satisfaction[0];
        var answered = open.Row is { } row && Parts.IsAnswered(Part.Service, row.Answered);
        return MeasureServicePage.Show(
            new View(form, open.Head(Part.Service), question.Question, question.Answers, answered, open.Row?.Satisfaction), form.Status);
    }

    public sealed record View(Form Form, PartHead Head, LocalizedText Question, IReadOnlyList<LocalizedText> Answers, bool IsAnswered, int? Stored)
    {
        public string? Chosen => Stored?.ToString(CultureInfo.InvariantCulture) ?? (IsAnswered ? NotAnswered : null);
    }
}
