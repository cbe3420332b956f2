using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>First screen of a measurement: what came of it, and the day. Saving it makes the measurement.</summary>
public static class MeasureStatus
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(OpenMeasurement.Route, Continue).ForCaseWorkers(Registration.FollowUps);
        app.MapGet($"{OpenMeasurement.Route}/status", ([AsParameters] CaseCall call, string point) => Status(point).Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{OpenMeasurement.Route}/status", ([AsParameters] CaseCall call, string point, IFormCollection posted) => Status(point).Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Screen Status(string point) => Screen.Of(point, Part.Status, item => item is MeasurementItems.Status or MeasurementItems.On, Read, Show, "on");

    /// <summary>Goes on where somebody left off.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> Continue([AsParameters] CaseCall call, string point) =>
        await OpenMeasurement.Find(call, point) is { } open ? TypedResults.Redirect(open.AddressOf(open.FirstOpen())) : TypedResults.NotFound();

    private static Dictionary<string, string?> Read(OpenMeasurement open, Form form)
    {
        var texts = open.Call.Texts;
        var status = form.Choice<MeasurementStatus>("status", texts["cases.status.missing"]);
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal) { [MeasurementItems.Status] = $"{status}", [MeasurementItems.On] = null };
        if (status is not MeasurementStatus.Done)
        {
            return typed;
        }

        if (string.IsNullOrWhiteSpace(form.Raw("on")))
        {
            form.Refuse("on", texts["cases.on.missing"]);
        }

        var day = form.ReadOptional<DateOnly>("on", texts["cases.date.wrong", form.Raw("on")]);
        typed[MeasurementItems.On] = day?.ToString("O", CultureInfo.InvariantCulture);
        return typed;
    }

    /// <summary>Today, where a measurement of today counts; another day has to be told.</summary>
    private static DateOnly? Suggested(OpenMeasurement open) => open.Window.Contains(open.Call.Today) ? open.Call.Today : null;

    private static RazorComponentResult Show(OpenMeasurement open, Form form) => MeasureStatusPage.Show(
        new View(
            form, open.Head(Part.Status, Status(open.Point.Name()).Seen(open.Case)), open.Row?.Status, open.Row?.MeasuredOn ?? Suggested(open), open.Window.Opens, open.Window.Closes),
        form.Status);

    /// <param name="Form">What was typed.</param>
    /// <param name="Head">What stands over the screen.</param>
    /// <param name="Status">What is stored; null before the first time.</param>
    /// <param name="On">The stored day, or today where it counts.</param>
    /// <param name="Opens">The first day that counts.</param>
    /// <param name="Closes">The last day that counts.</param>
    public sealed record View(Form Form, PartHead Head, MeasurementStatus? Status, DateOnly? On, DateOnly Opens, DateOnly Closes);
}
