using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>Where the person lived 91 days and 12 months after the start; may be known long after the course has ended.</summary>
public static class LaterSetting
{
    private static readonly Screen Later = new(_ => "change-setting", path => path is "setting-91-days" or "setting-12-months", Read, Show, open => open.Call.Address) { Otherwise = "setting-91-days" };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/setting", ([AsParameters] CaseCall call) => Later.Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/setting", ([AsParameters] CaseCall call, IFormCollection posted) => Later.Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Dictionary<string, string?> Read(OpenCase open, Form form)
    {
        var (texts, due) = (open.Call.Texts, DueDays(open));
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["setting-91-days"] = Chosen("setting-91-days", due.Days91),
            ["setting-12-months"] = Chosen("setting-12-months", due.Months12),
        };

        string? Chosen(string field, DateOnly day)
        {
            if (string.IsNullOrEmpty(form.Raw(field)))
            {
                return null;
            }

            if (day > open.Call.Today)
            {
                form.Refuse(field, texts["cases.later.too-early", day]);
            }

            return $"{form.Choice<Setting>(field, texts["cases.setting.missing"])}";
        }
    }

    private static (DateOnly Days91, DateOnly Months12) DueDays(OpenCase open) => (LaterSettings.After91Days(open.Row.StartedOn), LaterSettings.After12Months(open.Row.StartedOn));

    private static RazorComponentResult Show(OpenCase open, Form form)
    {
        var call = open.Call;
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        var (days, months) = DueDays(open);
        return LaterSettingPage.Show(new View(form, open.Row.Pseudonym, open.Row.Setting91Days, days, open.Row.Setting12Months, months, Later.Seen(open), call.Address), form.Status);
    }

    public sealed record View(Form Form, string Pseudonym, Setting? Days91, DateOnly On91Days, Setting? Months12, DateOnly On12Months, int Seen, string Case);
}
