using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>First screen of a measurement: what came of it, and the day. Saving it makes the measurement.</summary>
public static class MeasureStatus
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(OpenMeasurement.Route, Continue).ForCaseWorkers();
        app.MapGet($"{OpenMeasurement.Route}/status", Open).ForCaseWorkers();
        app.MapPost($"{OpenMeasurement.Route}/status", Save).ForCaseWorkers();
    }

    /// <summary>Goes on where somebody left off.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> Continue([AsParameters] CaseCall call, string point) =>
        await OpenMeasurement.Find(call, point) is { } open ? TypedResults.Redirect(open.AddressOf(open.FirstOpen())) : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Open([AsParameters] CaseCall call, string point)
    {
        if (await OpenMeasurement.Find(call, point) is not { } open)
        {
            return TypedResults.NotFound();
        }

        await call.NoteRead();
        return Show(open, new Form(call.Texts));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] CaseCall call, string point, IFormCollection posted)
    {
        if (await OpenMeasurement.Find(call, point) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        var typed = Read(form, open);
        if (!form.IsValid)
        {
            return Show(open, form);
        }

        var stored = Stored(open);
        if (typed != stored)
        {
            if (form.Version != (open.Row?.Version ?? 0))
            {
                form.RefuseAsConflict();
                return Show(open, form);
            }

            var row = open.Row ?? new MeasurementRow { Municipality = call.Municipality, CaseId = call.Id, Point = open.Point };
            if (open.Row is null)
            {
                call.Db.Measurements.Add(row);
            }

            row.Status = typed.Status;
            row.MeasuredOn = typed.On;
            if (!await open.Save(row, Part.Status, stored, typed))
            {
                return await Save(call, point, posted);
            }

            open = open with { Row = row };
        }

        return TypedResults.Redirect(open.AddressAfter(Part.Status));
    }

    private static Answered Read(Form form, OpenMeasurement open)
    {
        var (texts, course) = (open.Call.Texts, open.Case.Row);
        var status = form.Choice<MeasurementStatus>("status", texts["cases.status.missing"]);
        if (status is not MeasurementStatus.Done)
        {
            return new Answered(status, null);
        }

        if (string.IsNullOrWhiteSpace(form.Raw("on")))
        {
            form.Refuse("on", texts["cases.on.missing"]);
        }

        var day = form.ReadOptional<DateOnly>("on", texts["cases.date.wrong", form.Raw("on")]);
        var first = open.Window.Opens < course.StartedOn ? open.Window.Opens : course.StartedOn;
        if (day < first)
        {
            form.Refuse("on", texts["cases.on.before-start", day, course.StartedOn]);
        }
        else if (day > open.Call.Today)
        {
            form.Refuse("on", texts["cases.date.future", day]);
        }
        else if (course is { EndReason: EndReason.Died, EndedOn: { } died } && day > died)
        {
            form.Refuse("on", texts["cases.on.after-death", day, died]);
        }

        return new Answered(status, day);
    }

    private static Answered? Stored(OpenMeasurement open) => open.Row is { } row ? new Answered(row.Status, row.MeasuredOn) : null;

    private static RazorComponentResult Show(OpenMeasurement open, Form form)
    {
        var stored = Stored(open);
        return MeasureStatusPage.Show(
            new View(form, open.Head(Part.Status), stored?.Status, stored?.On ?? open.Call.Today, open.Window.Opens, open.Window.Closes), form.Status);
    }

    /// <param name="Form">What was typed.</param>
    /// <param name="Head">What stands over the screen.</param>
    /// <param name="Status">What is stored; null before the first time.</param>
    /// <param name="On">The stored day, or today.</param>
    /// <param name="Opens">The first day that counts.</param>
    /// <param name="Closes">The last day that counts.</param>
    public sealed record View(Form Form, PartHead Head, MeasurementStatus? Status, DateOnly On, DateOnly Opens, DateOnly Closes);

    private sealed record Answered(MeasurementStatus Status, DateOnly? On);
}
