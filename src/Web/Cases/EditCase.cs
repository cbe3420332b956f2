using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mestring.Web.Cases;

/// <summary>Puts right what was registered about the person and the start.</summary>
public static class EditCase
{
    private static readonly Screen Fields = new(
        _ => "change-case", path => CaseBasics.Paths.Contains(path, StringComparer.Ordinal), Read, Show, open => open.Call.Address)
    { Otherwise = "started-on" };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/edit", ([AsParameters] CaseCall call) => Fields.Open(call)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseCall.Route}/edit", ([AsParameters] CaseCall call, IFormCollection posted) => Fields.Save(call, posted)).ForCaseWorkers(Registration.FollowUps);
    }

    private static Dictionary<string, string?> Read(OpenCase open, Form form) => CaseBasics.Read(form, open.Call.Texts, open.Call.Today);

    private static RazorComponentResult Show(OpenCase open, Form form)
    {
        open.Call.Frame.Notice = open.Call.Request.Query["kept"] == "first" ? open.Call.Texts["cases.kept.first"] : open.Call.Frame.Notice;
        open.Call.Frame.Back = new Crumb(open.Call.Texts["cases.back-to-case"], open.Call.Address);
        return EditCasePage.Show(new View(form, CaseBasics.Of(open.Row), Fields.Seen(open), open.Call.Address), form.Status);
    }

    public sealed record View(Form Form, CaseBasics Stored, int Seen, string Case);
}
