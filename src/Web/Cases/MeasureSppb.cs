using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>The three tasks of SPPB in points. A task that was not done is a gap; the total is worked out here.</summary>
public static class MeasureSppb
{
    /// <summary>What a task that was not done sends.</summary>
    internal const string NotDone = "none";

    internal static IReadOnlyList<string> Tasks { get; } = ["balance", "gait", "chair"];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{OpenMeasurement.Route}/sppb", Open).ForCaseWorkers();
        app.MapPost($"{OpenMeasurement.Route}/sppb", Save).ForCaseWorkers();
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] CaseCall call, string point)
    {
        if (await OpenMeasurement.Find(call, point) is not { } open)
        {
            return TypedResults.NotFound();
        }

        if (open.Row is null || !open.Parts.Contains(Part.Sppb))
        {
            return TypedResults.Redirect(open.AddressOf(Part.Status));
        }

        await call.NoteRead();
        return Show(open, new Form(call.Texts));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] CaseCall call, string point, IFormCollection posted)
    {
        if (await OpenMeasurement.Find(call, point) is not { Row: { } row } open || !open.Parts.Contains(Part.Sppb))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        var typed = new SppbParts(Read(form, call.Texts, "balance"), Read(form, call.Texts, "gait"), Read(form, call.Texts, "chair"));
        if (!form.IsValid)
        {
            return Show(open, form);
        }

        var stored = Stored(open);
        if (typed != stored || !Parts.IsAnswered(Part.Sppb, row.Answered))
        {
            if (form.Version != row.Version)
            {
                form.RefuseAsConflict();
                return Show(open, form);
            }

            var first = !Parts.IsAnswered(Part.Sppb, row.Answered);
            (row.SppbBalance, row.SppbGait, row.SppbChair) = (typed.Balance?.Points, typed.Gait?.Points, typed.Chair?.Points);
            if (!await open.Save(row, Part.Sppb, first ? null : Plain(stored), Plain(typed)))
            {
                return await Save(call, point, posted);
            }
        }

        return TypedResults.Redirect(open.AddressAfter(Part.Sppb));
    }

    private static SppbPart? Read(Form form, Texts texts, string task) =>
        string.Equals(form.Raw(task), NotDone, StringComparison.Ordinal) ? null : form.Read<SppbPart>(task, texts["cases.sppb.missing"]);

    private static SppbParts Stored(OpenMeasurement open) => open.Case.Outcome.At(open.Point)?.Sppb ?? default;

    private static object Plain(SppbParts parts) => new { balance = parts.Balance?.Points, gait = parts.Gait?.Points, chair = parts.Chair?.Points, total = parts.Total?.Points };

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var answered = open.Row is { } row && Parts.IsAnswered(Part.Sppb, row.Answered);
        var start = open.Point is MeasurementPoint.Start ? null : open.Case.Outcome.Value(Outcome.Sppb, MeasurementPoint.Start);
        return MeasureSppbPage.Show(new View(form, open.Head(Part.Sppb), Stored(open), answered, (int?)start, open.Call.Frame.Nonce), form.Status);
    }

    public sealed record View(Form Form, PartHead Head, SppbParts Stored, bool IsAnswered, int? AtStart, string Nonce)
    {
        /// <summary>The stored answer of a task as the form sends it; null when nobody has answered.</summary>
        public string? Chosen(string task) => Points(task) is { } points
            ? points.ToString(CultureInfo.InvariantCulture)
            : IsAnswered ? NotDone : null;

        /// <summary>The stored points of a task; null when it was not done or not answered.</summary>
        public int? Points(string task) => (task switch { "balance" => Stored.Balance, "gait" => Stored.Gait, _ => Stored.Chair })?.Points;
    }
}
