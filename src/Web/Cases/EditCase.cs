using Mestring.Web.Access;
using Mestring.Web.Design;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>Puts right what was registered about the person and the start.</summary>
public static class EditCase
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{CaseCall.Route}/edit", Open).ForCaseWorkers();
        app.MapPost($"{CaseCall.Route}/edit", Save).ForCaseWorkers();
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
        var typed = StartCase.Read(form, call.Texts, call.Today);
        if (typed?.StartedOn is { } started && open.Row.EndedOn < started)
        {
            form.Refuse("started-on", call.Texts["cases.started-on.after-end", started, open.Row.EndedOn.Value]);
        }
        else if (typed?.StartedOn is { } moved && open.Measurements.Where(m => m.Point is not Core.Measures.MeasurementPoint.Start).Min(m => m.MeasuredOn) is { } measured && measured < moved)
        {
            form.Refuse("started-on", call.Texts["cases.started-on.after-measured", moved, measured]);
        }

        if (!form.IsValid)
        {
            return Show(call, open, form);
        }

        var stored = CaseBasics.Of(open.Row);
        if (typed != stored)
        {
            if (form.Version != open.Row.Version)
            {
                form.RefuseAsConflict();
                return Show(call, open, form);
            }

            typed!.Write(open.Row);
            open.Row.Version++;
            call.Note("change-case", stored, typed);
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

    private static RazorComponentResult Show(CaseCall call, OpenCase open, Form form)
    {
        call.Frame.Back = new Crumb(call.Texts["cases.back-to-case"], call.Address);
        return EditCasePage.Show(new View(form, CaseBasics.Of(open.Row), open.Row.Version, call.Address), form.Status);
    }

    public sealed record View(Form Form, CaseBasics Stored, int Version, string Case);
}
