using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>A municipality answers an assignment with text, a file or both, and chooses whether the other members see it.</summary>
public static class HandIn
{
    private const int LongestText = 20_000;

    internal static void Map(IEndpointRouteBuilder app)
    {
        const string path = "/m/{municipality}/{slug}/assignments/{number:int}";
        app.MapGet(path, async Task<Results<RazorComponentResult, NotFound>> (
            MunicipalityCode municipality, string slug, int number, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct) =>
            await Show(municipality, slug, number, new Form(texts), visitor, db, clock, ct) is { } page ? page : TypedResults.NotFound()).ForMunicipality(Rules.Members);
        app.MapPost(path, Deliver).ForMunicipality(Rules.CaseWorkers);
        app.MapPost($"{path}/share", Share).ForMunicipality(Rules.CaseWorkers);
        app.MapGet($"{path}/file", (MunicipalityCode municipality, string slug, int number, HttpContext http, MestringDb db, CancellationToken ct) =>
            HandInFiles.Give(http, db, municipality, slug, number, ct)).ForMunicipality(Rules.Members);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Deliver(
        MunicipalityCode municipality, string slug, int number, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        var row = await db.HandIns.SingleOrDefaultAsync(h => h.Network == slug && h.Assignment == number, ct);
        var form = new Form(texts, posted);
        var text = form.Optional("text", LongestText, lines: true);
        var file = await HandInFiles.Take(form, "file", texts, ct);
        if (form.IsValid && text.Length == 0 && file is null && row?.FileName is null)
        {
            form.Refuse("text", texts["gatherings.hand-in.empty"]);
        }

        if (form.IsValid && row is { State: not HandInState.Returned })
        {
            // The form sent twice: the first one was handed in.
            if (string.Equals(row.Text, text, StringComparison.Ordinal) && row.State is HandInState.HandedIn)
            {
                return TypedResults.Redirect($"/m/{municipality}/{slug}/assignments/{number}");
            }

            form.RefuseAsConflict();
        }
        else if (form.IsValid && form.Version != (row?.Version ?? 0))
        {
            form.RefuseAsConflict();
        }

        if (form is { IsValid: true, IsConflict: false } && await Exists(db, slug, number, ct))
        {
            Store(db, row, text, file, form.IsTicked("shared"), new Key(municipality, slug, number), visitor, audit, clock);
            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.Redirect($"/m/{municipality}/{slug}/assignments/{number}");
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                var stored = await db.HandIns.Where(h => h.Network == slug && h.Assignment == number).Select(h => (int?)h.Version).SingleOrDefaultAsync(ct);
                if ((stored ?? 0) == form.Version)
                {
                    throw;
                }

                form.RefuseAsConflict();
            }
        }

        db.ChangeTracker.Clear();
        return await Show(municipality, slug, number, form, visitor, db, clock, ct) is { } page ? page : TypedResults.NotFound();
    }

    private static void Store(MestringDb db, HandInRow? row, string text, HandInFiles.Taken? file, bool shared, Key key, Visitor visitor, Audit audit, TimeProvider clock)
    {
        var before = row is null ? null : Trail(row);
        if (row is null)
        {
            row = new HandInRow { Municipality = key.Municipality, Network = key.Network, Assignment = key.Number };
            db.HandIns.Add(row);
        }

        (row.State, row.Text, row.Shared, row.At, row.By) = (HandInState.HandedIn, text, shared, clock.GetUtcNow(), visitor.Name);
        row.Version++;
        if (file is not null)
        {
            var stored = row.FileName is null ? null : db.HandInFiles.SingleOrDefault(f => f.Network == key.Network && f.Assignment == key.Number);
            if (stored is null)
            {
                db.HandInFiles.Add(new HandInFile { Municipality = key.Municipality, Network = key.Network, Assignment = key.Number, Content = file.Content });
            }
            else
            {
                stored.Content = file.Content;
            }

            (row.FileName, row.FileType, row.FileLength) = (file.Name, file.Format.MediaType, file.Content.Length);
        }

        audit.Note("hand-in", $"assignment/{key.Number}", key.Municipality, key.Network, before, Trail(row));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Share(
        MunicipalityCode municipality, string slug, int number, IFormCollection posted, Texts texts, MestringDb db, Audit audit, CancellationToken ct)
    {
        if (await db.HandIns.SingleOrDefaultAsync(h => h.Network == slug && h.Assignment == number, ct) is not { } row)
        {
            return TypedResults.NotFound();
        }

        var shared = new Form(texts, posted).IsTicked("share");
        if (row.Shared != shared)
        {
            audit.Note(shared ? "share-hand-in" : "unshare-hand-in", $"assignment/{number}", municipality, slug, new { shared = row.Shared }, new { shared });
            row.Shared = shared;
            row.Version++;
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.Redirect($"/m/{municipality}/{slug}/assignments/{number}");
    }

    private static object Trail(HandInRow row) => new { state = row.State.ToString(), text = row.Text, file = row.FileName, shared = row.Shared };

    private static async Task<bool> Exists(MestringDb db, string slug, int number, CancellationToken ct) =>
        await Run.Find(db, slug, ct) is { } run && run.Definition.Assignments().Any(a => a.Assignment.Number == number);

    private static async Task<RazorComponentResult?> Show(
        MunicipalityCode municipality, string slug, int number, Form form, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var run = (await Run.Find(db, slug, ct))!;
        if (run.Definition.Assignments().FirstOrDefault(a => a.Assignment.Number == number) is not { } scheduled)
        {
            return null;
        }

        var row = await db.HandIns.AsNoTracking().SingleOrDefaultAsync(h => h.Network == slug && h.Assignment == number, ct);
        var given = row is null ? null : new Given(row.State, row.Text, row.FileName, row.FileLength, row.Shared, row.Comment, row.At, row.By, row.Version);
        var mayWrite = visitor.Is(municipality, Rules.CaseWorkers);
        return HandInPage.Show(
            new View(
                municipality, await MunicipalityNames.Own(db, ct), slug, run.Name, scheduled.Assignment,
                AssignmentCell.Of(scheduled, row?.State, row is null ? null : DateOnly.FromDateTime(Clock.Local(row.At)), clock.Today()),
                form, given, mayWrite && (given is null or { State: HandInState.Returned } || !form.IsValid || form.IsConflict), mayWrite),
            form.Status);
    }

    private sealed record Key(MunicipalityCode Municipality, string Network, int Number);

    /// <param name="Writes">Whether the form is offered: nothing is handed in, or it was sent back.</param>
    public sealed record View(
        MunicipalityCode Municipality, string Name, string Slug, LocalizedText Network, Assignment Assignment, AssignmentCell Cell, Form Form, Given? Given, bool Writes, bool MayWrite);

    public sealed record Given(HandInState State, string Text, string? FileName, int? FileLength, bool Shared, string Comment, DateTimeOffset At, string By, int Version);
}
