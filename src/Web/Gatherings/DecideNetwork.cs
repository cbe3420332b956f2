using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>Publishing, closing, opening again, going ahead or not, and ending. What concerns the municipalities is mailed.</summary>
public static class DecideNetwork
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/{slug}/state", Decide).ForLeader();

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

        var enrolments = await Run.Enrolments(db, slug, ct);
        Judge(form, run, to, enrolments.Count(e => e.State is EnrolmentState.Confirmed), texts);
        if (form.IsValid)
        {
            var now = clock.GetUtcNow();
            run.Row.State = to;
            run.Row.Version++;
            run.Row.PublishedAt ??= to is NetworkState.Open ? now : null;
            run.Row.DecidedAt = from is NetworkState.Closed && to is not NetworkState.Open ? now : run.Row.DecidedAt;
            Tell(db, run, from, to, enrolments, site.Of($"/networks/{slug}"), now);
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

    private static void Judge(Form form, Run run, NetworkState to, int confirmed, Texts texts)
    {
        if (form.Version != run.Row.Version || !run.Row.State.CanBecome(to))
        {
            form.Refuse("to", texts["gatherings.decide.changed"]);
        }
        else if (to is NetworkState.Running && !run.Definition.Members().IsEnough(confirmed))
        {
            form.Refuse("to", texts["gatherings.decide.too-few", run.Definition.Members().Minimum!.Value, confirmed]);
        }
        else if (to is NetworkState.Open && run.Definition.Fee().Faults().Count > 0)
        {
            form.Refuse("to", texts["gatherings.decide.fee"]);
        }
    }

    /// <summary>Members hear whether it goes ahead; everybody still in line hears that enrolment is open again.</summary>
    private static void Tell(MestringDb db, Run run, NetworkState from, NetworkState to, IEnumerable<EnrolmentRow> enrolments, string address, DateTimeOffset now)
    {
        var key = (from, to) switch
        {
            (NetworkState.Closed, NetworkState.Running) => "go",
            (NetworkState.Closed, NetworkState.Ended) => "no-go",
            (NetworkState.Closed, NetworkState.Open) => "reopened",
            _ => null,
        };
        if (key is null)
        {
            return;
        }

        var concerned = enrolments.Where(e => e.State is EnrolmentState.Confirmed || (to is not NetworkState.Running && e.State is EnrolmentState.Received or EnrolmentState.WaitingList));
        Run.MailCoordinators(db, now, concerned, t => (t[$"gatherings.mail.{key}.subject", run.Name], t[$"gatherings.mail.{key}.body", run.Name, run.Definition.Starts(), address]));
        db.NetworkChanges.Add(NetworkChange.Of(run.Slug, now, Texts.Every($"gatherings.mail.{key}.change")));
    }
}
