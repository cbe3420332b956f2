using System.Text.Json;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>What people have typed in long forms and not saved: kept on the server, one draft for each person and form, seen by that person only.</summary>
internal sealed class Drafts(MestringDb db, Visitor visitor, Tenant tenant, TimeProvider clock)
{
    /// <summary>The field that says which form a draft is of.</summary>
    public const string PathField = "draft-path";

    /// <summary>What an address may carry of the save before it; a draft belongs to the form whether it does or not.</summary>
    public const string NoticedField = "noticed";

    /// <summary>Longest draft, in characters of its JSON.</summary>
    public const int Longest = 32_000;

    /// <summary>Compiled: every screen of a course asks it.</summary>
    private static readonly Func<MestringDb, Guid?, string, DateTimeOffset, CancellationToken, Task<DraftRow?>> Newer = EF.CompileAsyncQuery(
        (MestringDb db, Guid? person, string path, DateTimeOffset since, CancellationToken ct) =>
            db.Drafts.AsNoTracking().SingleOrDefault(d => d.PersonId == person && d.Path == path && d.SavedAt > since));

    private static readonly string[] Folders = ["cases/", "import/"];

    public const int LongestPath = 400;
    private const int MostNewCases = 20;

    /// <summary>Forms a person may have begun and not saved; more than anybody works on, and what a program could fill the database with otherwise.</summary>
    public const int Most = 200;

    private const string NewCases = "/cases/new/";

    /// <summary>How long a draft is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The form of this page: with what the person had typed, when there is a draft, else empty.</summary>
    public async Task<Form> Open(HttpRequest request, Texts texts, CancellationToken ct)
    {
        var (path, since) = (PathOf(request), clock.GetUtcNow() - Kept);
        var draft = await Newer(db, visitor.PersonId, path, since, ct);
        var note = Of(request, draft?.SavedAt);
        return draft is null ? new Form(texts) { Draft = note } : new Form(texts, Read(draft.Fields), note);
    }

    /// <summary>The same for a form about one record; a draft begun on another version of it is shown beside what is stored.</summary>
    public async Task<Form> Open(HttpRequest request, Texts texts, int version, CancellationToken ct)
    {
        var form = await Open(request, texts, ct);
        if (form.IsPosted && form.Version != version)
        {
            form.RefuseAsConflict();
        }

        return form;
    }

    /// <summary>Where drafts of this form are sent.</summary>
    public static DraftNote Of(HttpRequest request, DateTimeOffset? savedAt = null) =>
        new($"/m/{request.RouteValues["municipality"]}/{request.RouteValues["slug"]}/drafts", PathOf(request), savedAt);

    /// <summary>Whether a path is one of the municipality's forms in this network that take long to fill in: of a course, of an import, prices, referrals.</summary>
    public static bool IsForm(string path, MunicipalityCode municipality, string network)
    {
        var home = $"/m/{municipality}/{network}/";
        return path.StartsWith(home, StringComparison.Ordinal) && path.Length <= LongestPath && !path.Contains("//", StringComparison.Ordinal)
            && (path[home.Length..] is "prices" or "intake" || Folders.Any(folder => path.AsSpan(home.Length).StartsWith(folder, StringComparison.Ordinal)));
    }

    /// <summary>The address of the page a form stands on.</summary>
    public static string PathOf(HttpRequest request)
    {
        var query = request.Query.ContainsKey(NoticedField)
            ? QueryString.Create(request.Query.Where(q => !string.Equals(q.Key, NoticedField, StringComparison.Ordinal)))
            : request.QueryString;
        var path = $"{request.Path}{query}";
        var more = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PartOfPage>()?.Segments ?? 0;
        return more == 0 ? path : string.Join('/', path.Split('/').SkipLast(more));
    }

    /// <summary>Whether this request has kept a draft that shall stay although it leads on.</summary>
    public bool HasKept { get; private set; }

    /// <summary>Where who signs in again finds what was typed; null when the page of the form itself shows it, or nothing was kept.</summary>
    public string? Waiting { get; set; }

    /// <summary>Whether a draft is of a new case: its screens are kept together, each adding its own fields.</summary>
    public static bool IsOfNewCase(string path) => path.Contains(NewCases, StringComparison.Ordinal);

    /// <summary>The new cases a person has begun in a network and not stored, the latest first.</summary>
    public async Task<IReadOnlyList<(string Path, Dictionary<string, string[]> Fields, DateTimeOffset SavedAt)>> NewCasesIn(string list, CancellationToken ct)
    {
        var (person, start, since) = (visitor.PersonId, $"{list}/new/", clock.GetUtcNow() - Kept);
        var rows = await db.Drafts.AsNoTracking().Where(d => d.PersonId == person && d.Path.StartsWith(start) && d.SavedAt > since)
            .OrderByDescending(d => d.SavedAt).Take(MostNewCases).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Path, Read(r.Fields), r.SavedAt));
    }

    /// <summary>What is kept of a form, and since when; null when nothing is.</summary>
    public async Task<(Dictionary<string, string[]> Fields, DateTimeOffset SavedAt)?> Find(string path, CancellationToken ct) =>
        await Newer(db, visitor.PersonId, path, clock.GetUtcNow() - Kept, ct) is { } row ? (Read(row.Fields), row.SavedAt) : null;

    /// <summary>Keeps what was typed, and says whether it is kept.</summary>
    public async Task<DraftKept> Keep(MunicipalityCode municipality, Guid person, string path, IFormCollection posted, CancellationToken ct)
    {
        tenant.Municipality = municipality;
        var typed = posted.Where(f => f.Key is not (Form.TokenField or PathField)).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? string.Empty).ToArray(), StringComparer.Ordinal);
        if (IsOfNewCase(path) && await Newer(db, person, path, clock.GetUtcNow() - Kept, ct) is { } before)
        {
            typed = Read(before.Fields).Concat(typed).GroupBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.Last().Value, StringComparer.Ordinal);
        }

        var fields = JsonSerializer.Serialize(typed, CaseJson.Readable);
        if (fields.Length > Longest)
        {
            return DraftKept.TooLong;
        }

        HasKept = true;
        if (await Update(person, path, fields, ct))
        {
            return DraftKept.Yes;
        }

        if (await db.Drafts.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync(d => d.PersonId == person, ct) >= Most)
        {
            HasKept = false;
            return DraftKept.TooMany;
        }

        db.Drafts.Add(new DraftRow { Municipality = municipality, PersonId = person, Path = path, Fields = fields, SavedAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two windows made the first draft of the same form at the same time; the last one stands.
            db.ChangeTracker.Clear();
            return await Update(person, path, fields, ct) ? DraftKept.Yes : DraftKept.Failed;
        }

        return DraftKept.Yes;
    }

    /// <summary>Throws the draft of a form away, as when the form is saved.</summary>
    public Task<int> Remove(string path, CancellationToken ct) => visitor.PersonId is { } person ? DraftRow.Remove(db, person, path, ct) : Task.FromResult(0);

    private static Dictionary<string, string[]> Read(string fields) => JsonSerializer.Deserialize<Dictionary<string, string[]>>(fields)!;

    private async Task<bool> Update(Guid person, string path, string fields, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Drafts.Where(d => d.PersonId == person && d.Path == path).ExecuteUpdateAsync(d => d.SetProperty(x => x.Fields, fields).SetProperty(x => x.SavedAt, now), ct) > 0;
    }
}
