using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>Deletes a draft that nobody has seen or enrolled in. What has been published is cancelled, not deleted.</summary>
public static class DeleteNetwork
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/delete", async Task<Results<RazorComponentResult, NotFound>> (string slug, Texts texts, MestringDb db, CancellationToken ct) =>
            await Run.Find(db, slug, ct) is { } run ? await Show(run, new Form(texts), db, ct) : TypedResults.NotFound()).ForLeader();
        app.MapPost("/desk/{slug}/delete", Delete).ForLeader();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Delete(
        string slug, IFormCollection posted, Texts texts, MestringDb db, Audit audit, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        if (!await MayGo(run, db, ct) || form.Version != run.Row.Version)
        {
            form.Refuse("version", texts["gatherings.decide.changed"]);
            return await Show(run, form, db, ct);
        }

        db.PersonRoles.RemoveRange(await db.PersonRoles.Where(r => r.Network == slug).ToListAsync(ct));
        db.Networks.Remove(run.Row);
        audit.Note("delete-network", $"network/{slug}", network: slug, before: TermsChange.Facts(run.Definition, new Texts(Language.Nb)));
        try
        {
            await db.SaveChangesAsync(ct);
            return TypedResults.Redirect("/desk");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.Refuse("version", texts["gatherings.decide.changed"]);
            return await Run.Find(db, slug, ct) is { } now ? await Show(now, form, db, ct) : TypedResults.Redirect("/desk");
        }
    }

    private static async Task<bool> MayGo(Run run, MestringDb db, CancellationToken ct) =>
        run.Row.State is NetworkState.Draft && !await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).AnyAsync(e => e.Network == run.Slug, ct);

    private static async Task<RazorComponentResult> Show(Run run, Form form, MestringDb db, CancellationToken ct) =>
        DeleteNetworkPage.Show(new View(run.Slug, run.Name, run.Row.Version, form, await MayGo(run, db, ct)), form.Status);

    public sealed record View(string Slug, LocalizedText Name, int Version, Form Form, bool MayGo);
}
