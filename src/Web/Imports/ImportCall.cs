using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>What every request about imports brings with it.</summary>
internal sealed record ImportCall(
    MunicipalityCode Municipality, string Slug, MestringDb Db, Texts Texts, Visitor Visitor, Frame Frame, TimeProvider Clock, ImportJobs Jobs, CancellationToken Ct)
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
    public async Task<bool> IsAtWork(Guid id) => Jobs.Find(id) is { IsRunning: true } || await ImportLease.IsHeld(Db, id, Clock.GetUtcNow(), Ct);

    public IReadOnlyList<Crumb> Crumbs(Guid? id = null) =>
    [
        new Crumb(Texts["cases.list.title"], Cases), new Crumb(Texts["imports.title"], Start), .. id is { } import ? [new Crumb(Texts["imports.this"], Address(import))] : Array.Empty<Crumb>(),
    ];

    /// <summary>Checks the import, in the background where it takes long.</summary>
    public Task Check(ImportRow import)
    {
        var (actor, texts) = (Actor, Texts);
        return Jobs.Run(Municipality, import.Id, import.Rows, (services, job, ct) =>
            ImportWork.Check(services.GetRequiredService<MestringDb>(), import.Id, actor, texts, done => job.Done = done, ct));
    }
}
