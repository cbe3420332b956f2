using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>What every request about imports brings with it.</summary>
internal sealed record ImportCall(
    MunicipalityCode Municipality, string Slug, MestringDb Db, Texts Texts, Visitor Visitor, Frame Frame, HttpRequest Request, Drafts Drafts, Audit Audit, TimeProvider Clock, ImportJobs Jobs, CancellationToken Ct)
{
    public const string Route = "/m/{municipality}/{slug}/import";

    /// <summary>The route of one import.</summary>
    public const string One = $"{Route}/{{id:guid}}";

    public string Cases => $"/m/{Municipality}/{Slug}/cases";

    public string Start => $"/m/{Municipality}/{Slug}/import";

    public Actor Actor => new(Visitor.PersonId, Visitor.Name, Clock.GetUtcNow());

    public string Address(Guid id) => $"{Start}/{id}";

    /// <summary>The import; null when the municipality has none of that id in the network.</summary>
    public Task<ImportRow?> Find(Guid id) => Db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Network == Slug, Ct);

    /// <summary>Whether the import is worked on, here or in another process.</summary>
    public async Task<bool> IsAtWork(Guid id) => await Done(id) is not null;

    /// <summary>How many rows are done while the import is worked on, here or in another process; null when it is not.</summary>
    public async Task<int?> Done(Guid id) => Jobs.Find(id)?.Done ?? await ImportLease.Done(Db, id, Clock.GetUtcNow(), Ct);

    public IReadOnlyList<Crumb> Crumbs(Guid? id = null) =>
    [
        new Crumb(Texts["cases.list.title"], Cases), new Crumb(Texts["imports.title"], Start), .. id is { } import ? [new Crumb(Texts["imports.this"], Address(import))] : Array.Empty<Crumb>(),
    ];

    /// <summary>The form of this page, with what the person had typed where there is a draft.</summary>
    public Task<Form> Open() => Drafts.Open(Request, Texts, Ct);

    /// <summary>What was sent, kept as a draft where the session has run out.</summary>
    public Form Read(IFormCollection posted) => new(Texts, posted) { Draft = Drafts.Of(Request) };

    /// <summary>Notes that this person sees what stands in the courses a check shows.</summary>
    public async Task NoteRead(Report report)
    {
        var pseudonyms = report.Samples.Select(s => s.Pseudonym).ToList();
        foreach (var id in pseudonyms.Count == 0 ? [] : await Db.Cases.Where(c => c.Network == Slug && pseudonyms.Contains(c.Pseudonym)).Select(c => c.Id).ToListAsync(Ct))
        {
            Audit.Note(Audit.ReadCase, Audit.Subject(id), Municipality, Slug);
        }

        await Db.SaveChangesAsync(Ct);
    }

    /// <summary>Checks the import with what somebody has said of its columns and words, in the background where it takes long.</summary>
    /// <param name="import">As it was read; when somebody has gone on with it since, nothing is done.</param>
    /// <param name="mapping">What was said.</param>
    public async Task CheckWith(ImportRow import, Mapping mapping)
    {
        var json = mapping.Json();
        if (await Db.Imports.Where(i => i.Id == import.Id && i.Version == import.Version).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Mapping, json).SetProperty(x => x.State, ImportState.Uploaded).SetProperty(x => x.Failure, "").SetProperty(x => x.Version, x => x.Version + 1), Ct) == 0)
        {
            return;
        }

        await Meanings.Remember(Db, Municipality, MapColumns.Names(import), mapping, Ct);
        var (actor, texts) = (Actor, Texts);
        await Jobs.Run(Municipality, import.Id, (services, job) => ImportWork.Check(services.GetRequiredService<MestringDb>(), import.Id, actor, texts, job));
    }
}
