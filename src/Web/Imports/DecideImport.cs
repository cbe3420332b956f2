using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Approves an import, stops it, takes it back, or lets its rows go.</summary>
public static class DecideImport
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost($"{ImportCall.One}/approve", Approve).WithMetadata(new PartOfPage(1)).ForCaseCoordinators(Registration.FollowUps);
        app.MapPost($"{ImportCall.One}/stop", Stop).ForCaseCoordinators();
        app.MapPost($"{ImportCall.One}/undo", Undo).ForCaseCoordinators(Registration.FollowUps);
        app.MapPost($"{ImportCall.One}/remove", Remove).WithMetadata(new PartOfPage(1)).ForCaseCoordinators();
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Approve([AsParameters] ImportCall call, Guid id, IFormCollection posted)
    {
        if (await call.Find(id) is not { } import)
        {
            return TypedResults.NotFound();
        }

        var form = call.Read(posted);
        var validOnly = form.IsTicked("valid-only");
        if (import.State is ImportState.Checked && !validOnly && Report.Read(import.Report) is { Rejected: > 0 })
        {
            form.Refuse("valid-only", call.Texts["imports.valid-only.needed"]);
            return await ShowImport.CheckPage(call, import, form, null);
        }

        var (actor, texts) = (call.Actor, call.Texts);
        await call.Jobs.Run(call.Municipality, id, (services, job) => ImportWork.Write(services.GetRequiredService<MestringDb>(), id, actor, texts, validOnly, job));
        return TypedResults.Redirect(call.Address(id));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Stop([AsParameters] ImportCall call, Guid id, IFormCollection posted)
    {
        _ = posted;
        if (await call.Find(id) is null)
        {
            return TypedResults.NotFound();
        }

        await call.Jobs.Stop(call.Db, id, call.Ct);
        return TypedResults.Redirect(call.Address(id));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Undo([AsParameters] ImportCall call, Guid id, IFormCollection posted)
    {
        _ = posted;
        if (await call.Find(id) is null)
        {
            return TypedResults.NotFound();
        }

        var actor = call.Actor;
        await call.Jobs.Run(call.Municipality, id, (services, job) => ImportWork.Undo(services.GetRequiredService<MestringDb>(), id, actor, job));
        return TypedResults.Redirect(call.Address(id));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Remove([AsParameters] ImportCall call, Guid id, IFormCollection posted)
    {
        _ = posted;
        if (await call.Find(id) is not { } import)
        {
            return TypedResults.NotFound();
        }

        if (await call.IsAtWork(id))
        {
            return TypedResults.Redirect(call.Address(id));
        }

        // What is written in the meantime is no longer only a file.
        await call.Db.Imports.Where(i => i.Id == import.Id && (i.State == ImportState.Uploaded || i.State == ImportState.Checked)).ExecuteDeleteAsync(call.Ct);
        return TypedResults.Redirect(call.Start);
    }
}
