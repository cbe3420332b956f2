using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>Puts right what was registered about the person and the start.</summary>
public static class EditCase
{
    private static readonly Screen Fields = new(
        _ => "change-case", path => CaseBasics.Paths.Contains(path, StringComparer.Ordinal), Read, Show, open => open.Call.Address);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/edit", ([AsParameters] CaseCall call) => Fields.Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/edit", ([AsParameters] CaseCall call, IFormCollection posted) => Fields.Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Dictionary<string, string?> Read(OpenCase open, Form form)
    {
        var call = open.Call;
        var typed = CaseBasics.Read(form, call.Texts, call.Today);
        if (!form.IsValid)
        {
            return typed;
        }

        var started = DateOnly.Parse(typed["started-on"]!, System.Globalization.CultureInfo.InvariantCulture);
        if (open.Row.EndedOn is { } ended && ended < started)
        {
            form.Refuse("started-on", call.Texts["cases.started-on.after-end", started, ended]);
        }
        else if (open.File.Measurements.Where(m => m.Point is not MeasurementPoint.Start).Min(m => m.MeasuredOn) is { } measured && measured < started)
        {
            form.Refuse("started-on", call.Texts["cases.started-on.after-measured", started, measured]);
        }

        return typed;
    }

    private static RazorComponentResult Show(OpenCase open, Form form)
    {
        open.Call.Frame.Back = new Crumb(open.Call.Texts["cases.back-to-case"], open.Call.Address);
        return EditCasePage.Show(new View(form, CaseBasics.Of(open.Row), Fields.Seen(open), open.Call.Address), form.Status);
    }

    public sealed record View(Form Form, CaseBasics Stored, int Seen, string Case);
}
