using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>Publishing, closing, opening again, going ahead, cancelling and ending: each is confirmed on a page that says what follows and who is mailed.</summary>
public static class DecideNetwork
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/state/{to}", Ask).ForLeader();
        app.MapPost("/desk/{slug}/state", Decide).ForLeader();
        app.MapPost("/desk/{slug}/undo", Undo).ForLeader();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Ask(
        string slug, string to, SiteAddress site, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run || !Enum.TryParse<NetworkState>(to, out var state) || !Enum.IsDefined(state))
        {
            return TypedResults.NotFound();
        }

        var step = new NetworkStep(run, state, await Run.Enrolments(db, slug, ct));
        if (!run.Row.State.CanBecome(state))
        {
            // An old link, or the button back: the desk says how the network stands.
            return TypedResults.Redirect($"/desk/{slug}");
        }

        return Show(step, new Form(texts), site, texts, clock);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Decide(
        string slug, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var (from, to) = (run.Row.State, form.Choice<NetworkState>("to", texts["gatherings.decide.missing"]));
        if (form.IsValid && from == to)
        {
            // The button pressed twice: the first press did it.
            return TypedResults.Redirect($"/desk/{slug}");
        }

        var step = new NetworkStep(run, to, await Run.Enrolments(db, slug, ct));
        if (form.IsValid && (form.Version != run.Row.Version ? texts["gatherings.decide.changed"] : step.Refusal(texts)) is { } refusal)
        {
            form.Refuse("to", refusal);
        }

        if (form.IsValid)
        {
            step.Take(db, site.Of($"/networks/{slug}"), clock.GetUtcNow(), clock.Today());
            audit.Note("decide-network", $"network/{slug}", network: slug, before: new { state = from.ToString() }, after: new { state = to.ToString() });
            try
            {
                await db.SaveChangesAsync(ct);
                return TypedResults.Redirect($"/desk/{slug}");
            }
            catch (DbUpdateConcurrencyException)
            {
                form.Refuse("to", texts["gatherings.decide.changed"]);
                db.ChangeTracker.Clear();
                run = (await Run.Find(db, slug, ct))!;
            }
        }

        return await NetworkDesk.Show(run, form, texts, db, clock, ct);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Undo(
        string slug, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        if (form.Version == run.Row.Version && NetworkUndo.Of(run.Row, (await Run.Enrolments(db, slug, ct)).Count, clock.GetUtcNow()) is { } undo)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var was = run.Row.State;
            if (await undo.Apply(db, run.Row, ct))
            {
                audit.Note("undo-network", $"network/{slug}", network: slug, before: new { state = was.ToString() }, after: new { state = undo.From.ToString() });
                try
                {
                    await db.SaveChangesAsync(ct);
                    await transaction.CommitAsync(ct);
                    return TypedResults.Redirect($"/desk/{slug}");
                }
                catch (DbUpdateConcurrencyException)
                {
                    // Somebody else decided in the same moment; what stands there is told below.
                }
            }

            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            run = (await Run.Find(db, slug, ct))!;
        }

        form.Refuse("to", texts["gatherings.undo.late"]);
        return await NetworkDesk.Show(run, form, texts, db, clock, ct);
    }

    private static RazorComponentResult Show(NetworkStep step, Form form, SiteAddress site, Texts texts, TimeProvider clock)
    {
        var told = step.Told;
        (string Subject, string Body)? mail = told.Count == 0 ? null : step.Say(texts, site.Of($"/networks/{step.Run.Slug}"), clock.Today());
        return DecideNetworkPage.Show(new View(
            step.Run.Slug, step.Run.Name, step.From, step.To, step.Run.Row.Version, form, step.Refusal(texts), step.Confirmed,
            [.. told.Select(e => new Recipient(e.MunicipalityName, e.CoordinatorName, e.CoordinatorEmail))], mail?.Subject, mail?.Body));
    }

    /// <param name="Refusal">Why it cannot be done now; null when it can.</param>
    /// <param name="Subject">The mail in the language of the page; null when nobody is mailed.</param>
    public sealed record View(
        string Slug, LocalizedText Name, NetworkState From, NetworkState To, int Version, Form Form, string? Refusal, int Confirmed, IReadOnlyList<Recipient> Told, string? Subject, string? Body)
    {
        public string Key => $"{From}.{To}";
    }

    /// <summary>Somebody who is mailed.</summary>
    public sealed record Recipient(string Municipality, string Name, string Email);
}
