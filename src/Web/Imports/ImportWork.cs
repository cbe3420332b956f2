using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>The three things that are done with an import: check, write, undo. Each begins from what the database says, and is done at most once.</summary>
internal static class ImportWork
{
    /// <summary>Checks every row and keeps what it came to.</summary>
    public static async Task<Report?> Check(MestringDb db, Guid id, Actor actor, Texts texts, ImportJob job, IImportWatch? watch = null)
    {
        var ct = job.Stopped;
        if (await Open(db, id, actor, ct) is not ({ State: ImportState.Uploaded or ImportState.Checked } import, { } definition, var registration))
        {
            return null;
        }

        var report = await new ImportRun(db, import, definition, registration, actor, n => texts["imports.goal-text", n]) { Progress = done => job.Done = done, Watch = watch }.Check(ct);
        await Keep(db, import, ImportState.Checked, report, null, ct);
        return report;
    }

    /// <summary>Writes the courses in one transaction.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The import.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="texts">The words of the courses' own texts.</param>
    /// <param name="validOnly">Whether rows that are refused may be left out; otherwise one of them stops it all.</param>
    /// <param name="job">Told how many rows are done; when it is stopped, nothing is written.</param>
    /// <param name="from">How far the import must have come: whoever wants to see what the check finds first waits for that. Writing checks every row anew.</param>
    /// <param name="watch">Sees what the rows come to.</param>
    public static async Task<Report?> Write(MestringDb db, Guid id, Actor actor, Texts texts, bool validOnly, ImportJob job, ImportState from = ImportState.Checked, IImportWatch? watch = null)
    {
        var ct = job.Stopped;
        if (await Open(db, id, actor, ct) is not ({ } import, { } definition, var registration) || import.State != from)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await Claim(db, import, ct) == 0)
        {
            return null;
        }

        var report = await new ImportRun(db, import, definition, registration, actor, n => texts["imports.goal-text", n]) { Progress = done => job.Done = done, Watch = watch }.Write(ct);
        if (report.Rejected > 0 && !validOnly)
        {
            await transaction.RollbackAsync(ct);
            await Keep(db, import, ImportState.Checked, report, null, ct);
            return report;
        }

        Note(db, import, actor, "import-cases", report);
        await db.SaveChangesAsync(ct);
        await Keep(db, import, ImportState.Done, report.Numbers(), actor.Now, ct);
        await transaction.CommitAsync(ct);
        return report;
    }

    /// <summary>Takes the import back in one transaction.</summary>
    /// <returns>How many courses were put back, and in how many something stays.</returns>
    public static async Task<(int Back, int Kept)?> Undo(MestringDb db, Guid id, Actor actor, ImportJob job)
    {
        var ct = job.Stopped;
        if (await Open(db, id, actor, ct) is not ({ State: ImportState.Done } import, { } definition, _))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await Claim(db, import, ct) == 0)
        {
            return null;
        }

        var run = new UndoRun(db, import, definition, actor);
        await run.Write(done => job.Done = done, ct);
        Note(db, import, actor, "undo-import-cases", new Report { Updated = run.Result.Back, Unchanged = run.Result.Kept });
        await db.SaveChangesAsync(ct);
        var report = Report.Read(import.Report)! with { Back = run.Result.Back, Kept = run.Result.Kept };
        await Keep(db, import, ImportState.Undone, report.Numbers(), actor.Now, ct);
        await transaction.CommitAsync(ct);
        return run.Result;
    }

    private static async Task<(ImportRow? Import, NetworkDefinition? Definition, Registration Registration)> Open(MestringDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var found = await (
            from i in db.Imports.AsNoTracking()
            join n in db.Networks on i.Network equals n.Slug
            where i.Id == id
            select new { Import = i, n.Definition, n.State }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return default;
        }

        var definition = Definitions.Of(found.Import.Network, found.Definition);
        return (found.Import, definition, definition.Registration(found.State, actor.Today));
    }

    /// <summary>Holds the import against everybody else until the transaction ends; 0 when somebody was first.</summary>
    private static Task<int> Claim(MestringDb db, ImportRow import, CancellationToken ct) =>
        db.Imports.Where(i => i.Id == import.Id && i.Version == import.Version).ExecuteUpdateAsync(i => i.SetProperty(x => x.Version, x => x.Version + 1), ct);

    private static Task<int> Keep(MestringDb db, ImportRow import, ImportState state, Report report, DateTimeOffset? finished, CancellationToken ct)
    {
        var json = report.Json();
        return db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.State, state).SetProperty(x => x.Report, json).SetProperty(x => x.FinishedAt, finished).SetProperty(x => x.Failure, "").SetProperty(x => x.Version, x => x.Version + 1), ct);
    }

    /// <summary>The import as the municipality's log shows it: counts, never values.</summary>
    private static void Note(MestringDb db, ImportRow import, Actor actor, string action, Report report) => db.Audit.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(actor.Now),
        At = actor.Now,
        PersonId = actor.PersonId,
        PersonName = actor.Name,
        Action = action,
        Municipality = import.Municipality,
        Network = import.Network,
        Subject = $"import/{import.Id}",
        After = System.Text.Json.JsonSerializer.Serialize(new { created = report.Created, changed = report.Updated, unchanged = report.Unchanged, refusedRows = report.Rejected }),
    });
}
