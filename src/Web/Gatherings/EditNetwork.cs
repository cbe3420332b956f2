using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>The terms of a network: dates, places, deadline, fee. What changes after publishing is dated and mailed.</summary>
public static class EditNetwork
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/edit", async Task<Results<RazorComponentResult, NotFound>> (string slug, Texts texts, MestringDb db, CancellationToken ct) =>
            await Run.Find(db, slug, ct) is { } run ? Show(run, new Form(texts), texts) : TypedResults.NotFound()).ForLeader();
        app.MapPost("/desk/{slug}/edit", Save).ForLeader();
    }

    /// <summary>Puts a definition on its row, with the columns that lists are ordered by.</summary>
    internal static void Write(NetworkRow row, NetworkDefinition definition)
    {
        row.Definition = ProgrammeJson.Write(definition);
        row.Deadline = definition.Terms.Deadline;
        row.FirstDay = definition.Starts();
        row.LastDay = definition.Ends();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Save(
        string slug, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var terms = TermsForm.Read(form, run.Definition, texts);
        if (!form.IsValid)
        {
            return Show(run, form, texts);
        }

        var changes = TermsChange.Between(run.Definition, terms!);
        if (changes.Count == 0)
        {
            return TypedResults.Redirect($"/desk/{slug}");
        }

        if (form.Version != run.Row.Version)
        {
            form.RefuseAsConflict();
            return Show(run, form, texts);
        }

        var now = clock.GetUtcNow();
        Write(run.Row, run.Definition with { Terms = terms! });
        run.Row.Version++;
        audit.Note("edit-network", $"network/{slug}", network: slug, before: TermsChange.Facts(run.Definition, new Texts(Language.Nb)), after: TermsChange.Facts(run.Definition with { Terms = terms! }, new Texts(Language.Nb)));
        if (run.Row.State is not NetworkState.Draft)
        {
            await Announce(db, run with { Definition = run.Definition with { Terms = terms! } }, changes, site.Of($"/networks/{slug}"), now, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return TypedResults.Redirect($"/desk/{slug}");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.RefuseAsConflict();
            return Show((await Run.Find(db, slug, ct))!, form, texts);
        }
    }

    private static async Task Announce(MestringDb db, Run run, IReadOnlyList<LocalizedText> changes, string address, DateTimeOffset now, CancellationToken ct)
    {
        db.NetworkChanges.AddRange(changes.Select(c => NetworkChange.Of(run.Slug, now, c)));
        var enrolments = await Run.Enrolments(db, run.Slug, ct);
        run.MailCoordinators(
            db, now, enrolments.Where(e => e.State is EnrolmentState.Received or EnrolmentState.Confirmed or EnrolmentState.WaitingList),
            t => (t["gatherings.mail.changed.subject", run.Name], t["gatherings.mail.changed.body", run.Name, string.Join('\n', changes.Select(c => $"– {c[t.Language]}")), address]));
    }

    private static RazorComponentResult Show(Run run, Form form, Texts texts) => EditNetworkPage.Show(
        new View(
            run.Slug, run.Row.State, run.Row.Version, form, run.Definition,
            form.IsConflict ? TermsChange.Facts(run.Definition, texts) : []),
        form.Status);

    /// <param name="Stored">What is stored now, shown when somebody else changed it.</param>
    public sealed record View(string Slug, NetworkState State, int Version, Form Form, NetworkDefinition Definition, IReadOnlyList<Fact> Stored)
    {
        public NetworkTerms Terms => Definition.Terms;
    }

    public sealed record Fact(string Name, string Value);
}
