using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>Ends a course, with day, reason and where the person is then; or takes an ending back.</summary>
public static class EndCase
{
    private static readonly Screen Ends = new(
        open => open.Row.EndedOn is null ? "reopen-case" : "end-case", path => path is "ended-on" or "end-reason" or "setting", Read, Show, open => open.Call.Address)
    { Otherwise = "ended-on" };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/end", ([AsParameters] CaseCall call) => Ends.Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/end", ([AsParameters] CaseCall call, IFormCollection posted) => Ends.Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Dictionary<string, string?> Read(OpenCase open, Form form)
    {
        var typed = form.IsTicked("reopen") ? new Ending(null, null, null) : Typed(open, form);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ended-on"] = typed.On?.ToString("O", CultureInfo.InvariantCulture),
            ["end-reason"] = typed.Reason?.ToString(),
            ["setting"] = typed.Setting?.ToString(),
        };
    }

    private static Ending Typed(OpenCase open, Form form)
    {
        var texts = open.Call.Texts;
        if (string.IsNullOrWhiteSpace(form.Raw("ended-on")))
        {
            form.Refuse("ended-on", texts["cases.ended-on.missing"]);
        }

        var day = form.ReadOptional<DateOnly>("ended-on", texts["cases.date.wrong", form.Raw("ended-on")]);
        var reason = form.Choice<EndReason>("reason", texts["cases.reason.missing"]);
        var setting = reason is EndReason.Died && form.Error("reason") is null ? Setting.Died : form.Choice<Setting>("setting", texts["cases.setting.missing"]);
        return new Ending(day, reason, setting);
    }

    internal static Ending Stored(OpenCase open) => new(open.Row.EndedOn, open.Row.EndReason, open.Row.Setting);

    private static RazorComponentResult Show(OpenCase open, Form form)
    {
        var call = open.Call;
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        return EndCasePage.Show(new View(form, open.Row.Pseudonym, Stored(open), call.Today, Ends.Seen(open), call.Address), form.Status);
    }

    public sealed record View(Form Form, string Pseudonym, Ending Stored, DateOnly Today, int Seen, string Case);

    public sealed record Ending(DateOnly? On, EndReason? Reason, Setting? Setting);
}
