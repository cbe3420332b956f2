using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>The texts of a run, one a page, in the three languages beside each other. What changes after publishing is dated on the invitation, and mailed when the leader says so.</summary>
public static class EditText
{
    private const int Longest = 10_000;

    private static readonly string[] Tags = [.. Enum.GetValues<Mestring.Core.Language>().Select(Texts.TagOf)];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/texts", All).ForLeader();
        app.MapGet("/desk/{slug}/texts/{key}", async Task<Results<RazorComponentResult, NotFound>> (string slug, string key, Texts texts, MestringDb db, CancellationToken ct) =>
            await Run.Find(db, slug, ct) is { } run && RunText.Find(run.Definition, key) is { } text ? Show(run, text, new Form(texts)) : TypedResults.NotFound()).ForLeader();
        app.MapPost("/desk/{slug}/texts/{key}", Save).ForLeader();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> All(string slug, Texts texts, MestringDb db, CancellationToken ct) => await Run.Find(db, slug, ct) is not { } run
        ? TypedResults.NotFound()
        : TextsPage.Show(new List(slug, run.Name, [.. RunText.Of(run.Definition).Select(g => new Group(
            g.Group, [.. g.Texts.Select(t => new Line(t.Key, NameOf(t, texts), [.. t.Read(run.Definition).Select(x => x[texts.Language])]))]))]));

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Save(
        string slug, string key, SiteAddress site, IFormCollection posted, Texts texts, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run || RunText.Find(run.Definition, key) is not { } text)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var typed = Typed(form, text, texts);
        if (!form.IsValid)
        {
            return Show(run, text, form);
        }

        var stored = text.Read(run.Definition);
        if (stored.SequenceEqual(typed))
        {
            return TypedResults.Redirect($"/desk/{slug}/texts#{key}");
        }

        if (!string.Equals(form.Raw("before"), Mark(stored), StringComparison.Ordinal))
        {
            form.RefuseAsConflict();
            return Show(run, text, form);
        }

        var now = clock.GetUtcNow();
        EditNetwork.Write(run.Row, text.Write(run.Definition, typed));
        run.Row.Version++;
        audit.Note("edit-text", $"network/{slug}", network: slug, before: new { text = key, was = stored }, after: new { text = key, now = typed });
        if (run.Row.State is not NetworkState.Draft)
        {
            var change = Wording.Everywhere(t => t["gatherings.change.text", NameOf(text, t)]);
            db.NetworkChanges.Add(NetworkChange.Of(slug, now, change));
            if (form.IsTicked("tell"))
            {
                var enrolments = await Run.Enrolments(db, slug, ct);
                run.MailCoordinators(
                    db, now, enrolments.Where(e => e.State is EnrolmentState.Received or EnrolmentState.Confirmed or EnrolmentState.WaitingList),
                    t => (t["gatherings.mail.changed.subject", run.Name], t["gatherings.mail.changed.body", run.Name, $"– {change[t.Language]}", site.Of($"/networks/{slug}")]));
            }
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return TypedResults.Redirect($"/desk/{slug}/texts#{key}");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.RefuseAsConflict();
            return Show((await Run.Find(db, slug, ct))!, text, form);
        }
    }

    /// <summary>The text in all languages, or in none: a line that is missing in one language would be a hole in that invitation.</summary>
    private static IReadOnlyList<LocalizedText> Typed(Form form, RunText text, Texts texts)
    {
        var lines = Tags.ToDictionary(tag => tag, tag => Lines(form.Optional(tag, Longest, lines: true), text.IsList), StringComparer.Ordinal);
        if (text.IsNeeded || lines.Values.Any(l => l.Count > 0))
        {
            foreach (var (tag, none) in lines.Where(l => l.Value.Count == 0))
            {
                form.Refuse(tag, texts["gatherings.texts.missing"]);
            }
        }

        var most = lines.Values.Max(l => l.Count);
        foreach (var (tag, few) in lines.Where(l => l.Value.Count > 0 && l.Value.Count < most))
        {
            form.Refuse(tag, texts["gatherings.texts.lines", few.Count, most]);
        }

        return form.IsValid ? [.. Enumerable.Range(0, most).Select(i => new LocalizedText(lines["nb"][i], lines["nn"][i], lines["en"][i]))] : [];
    }

    private static List<string> Lines(string typed, bool isList) => isList
        ? [.. typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : typed.Length == 0 ? [] : [string.Join(' ', typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>What the writer saw: two who write different texts do not meet.</summary>
    private static string Mark(IReadOnlyList<LocalizedText> text) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', text.Select(t => $"{t.Nb}\t{t.Nn}\t{t.En}")))))[..16];

    private static string NameOf(RunText text, Texts texts) => text.Number is { } number ? texts[$"gatherings.text.{text.Name}", number] : texts[$"gatherings.text.{text.Name}"];

    private static RazorComponentResult Show(Run run, RunText text, Form form)
    {
        var stored = text.Read(run.Definition);
        string Joined(Language language) => string.Join('\n', stored.Select(t => t[language]));
        return EditTextPage.Show(
            new View(
                run.Slug, run.Name, run.Row.State, text.Key, NameOf(text, form.T), text.IsList, Mark(stored), form,
                [new("nb", Joined(Language.Nb)), new("nn", Joined(Language.Nn)), new("en", Joined(Language.En))]),
            form.Status);
    }

    /// <param name="Before">What the writer sees.</param>
    public sealed record View(string Slug, LocalizedText Network, NetworkState State, string Key, string Name, bool IsList, string Before, Form Form, IReadOnlyList<Spoken> Languages);

    public sealed record Spoken(string Tag, string Text);

    public sealed record List(string Slug, LocalizedText Network, IReadOnlyList<Group> Groups);

    public sealed record Group(string Key, IReadOnlyList<Line> Lines);

    public sealed record Line(string Key, string Name, IReadOnlyList<string> Text);
}
