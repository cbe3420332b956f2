using Mestring.Core.Measures;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>Ends a course, with day, reason and where the person is then; or takes an ending back.</summary>
public static class EndCase
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/end", Open).ForCaseWorkers();
        app.MapPost($"{CaseCall.Route}/end", Save).ForCaseWorkers();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open([AsParameters] CaseCall call)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        await call.NoteRead();
        return Show(call, open, new Form(call.Texts));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Save([AsParameters] CaseCall call, IFormCollection posted)
    {
        if (await OpenCase.Find(call) is not { } open)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        var typed = form.IsTicked("reopen") ? new Ending(null, null, null) : Read(form, call, open);
        if (!form.IsValid)
        {
            return Show(call, open, form);
        }

        var stored = Stored(open);
        if (typed != stored)
        {
            if (form.Version != open.Row.Version)
            {
                form.RefuseAsConflict();
                return Show(call, open, form);
            }

            (open.Row.EndedOn, open.Row.EndReason, open.Row.Setting) = (typed.On, typed.Reason, typed.Setting);
            open.Row.Version++;
            call.Note(typed.On is null ? "reopen-case" : "end-case", stored.On is null ? null : stored, typed);
            try
            {
                await call.Db.SaveChangesAsync(call.Ct);
            }
            catch (DbUpdateException)
            {
                call.Db.ChangeTracker.Clear();
                return await Save(call, posted);
            }
        }

        return TypedResults.Redirect(call.Address);
    }

    private static Ending Read(Form form, CaseCall call, OpenCase open)
    {
        var texts = call.Texts;
        if (string.IsNullOrWhiteSpace(form.Raw("ended-on")))
        {
            form.Refuse("ended-on", texts["cases.ended-on.missing"]);
        }

        var day = form.ReadOptional<DateOnly>("ended-on", texts["cases.date.wrong", form.Raw("ended-on")]);
        var reason = form.Choice<EndReason>("reason", texts["cases.reason.missing"]);
        var setting = reason is EndReason.Died && form.Error("reason") is null ? Setting.Died : form.Choice<Setting>("setting", texts["cases.setting.missing"]);
        if (day < open.Row.StartedOn)
        {
            form.Refuse("ended-on", texts["cases.ended-on.before-start", day, open.Row.StartedOn]);
        }
        else if (day > call.Today)
        {
            form.Refuse("ended-on", texts["cases.date.future", day]);
        }
        else if (reason is EndReason.Died && form.Error("reason") is null && open.Measurements.Max(m => m.MeasuredOn) is { } measured && measured > day)
        {
            form.Refuse("ended-on", texts["cases.ended-on.measured-later", day, measured]);
        }

        return new Ending(day, reason, setting);
    }

    private static Ending Stored(OpenCase open) => new(open.Row.EndedOn, open.Row.EndReason, open.Row.Setting);

    private static RazorComponentResult Show(CaseCall call, OpenCase open, Form form)
    {
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        return EndCasePage.Show(new View(form, open.Row.Pseudonym, Stored(open), call.Today, open.Row.Version, call.Address), form.Status);
    }

    public sealed record View(Form Form, string Pseudonym, Ending Stored, DateOnly Today, int Version, string Case);

    public sealed record Ending(DateOnly? On, EndReason? Reason, Setting? Setting);
}
