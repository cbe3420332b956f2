using System.Data.Common;
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

        var report = await new ImportRun(db, import, definition, registration, actor, n => texts["imports.goal-text", n]) { Progress = done => job.Done = done, Processors = job.Processors, Watch = watch }.Check(ct);
        await Keep(db, import, ImportState.Checked, report, null, ct);
        return report;
    }

    /// <summary>Writes the courses: all of them, or none.</summary>
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

        ImportRun Run(IImportWatch? watching) => new(db, import, definition, registration, actor, n => texts["imports.goal-text", n]) { Progress = done => job.Done = done, Processors = job.Processors, Watch = watching };
        await using var turns = await WriteTurns.Begin(db, ct);
        var isCheckedFirst = turns.AreSeenAtOnce && from is ImportState.Uploaded && !validOnly;
        if (isCheckedFirst && await Run(watch).Check(ct) is { Rejected: > 0 } refused)
        {
            await Keep(db, import, ImportState.Checked, refused, null, ct);
            return refused;
        }

        if (await Claim(db, import, ImportState.Writing, ct) == 0)
        {
            return null;
        }

        var run = Run(isCheckedFirst ? null : watch);
        Report report;
        try
        {
            report = await run.Write(turns, ct);
            if (report.Rejected > 0 && !validOnly)
            {
                await TakeBack(db, import, definition, actor, turns, job);
                await turns.DisposeAsync();
                await Keep(db, import, ImportState.Checked, report, null, ct);
                return report;
            }

            await turns.Do(() => Finish(db, import, ImportState.Done, report, "import-cases", report, actor, ct), CancellationToken.None);
            await turns.Settle(CancellationToken.None);
        }
        catch (Exception) when (turns.AreSeenAtOnce && !job.Ended.IsCancellationRequested)
        {
            await TakeBack(db, import, definition, actor, turns, job);
            throw;
        }

        try
        {
            await run.Forget(turns, CancellationToken.None);
        }
        catch (DbException) when (turns.AreSeenAtOnce)
        {
            // The import is done, and that some of its rows cannot be let go now is no reason to take it back: they go after a day, as all do.
        }

        await turns.Commit(ct);
        return report;
    }

    /// <summary>Takes the import back: courses that somebody changed since keep that change.</summary>
    /// <returns>How many courses were put back, and in how many something stays.</returns>
    public static async Task<(int Back, int Kept)?> Undo(MestringDb db, Guid id, Actor actor, ImportJob job)
    {
        var ct = job.Ended;
        if (await Open(db, id, actor, ct) is not ({ State: ImportState.Done } import, { } definition, _))
        {
            return null;
        }

        await using var turns = await WriteTurns.Begin(db, ct);
        return await Claim(db, import, ImportState.Undoing, ct) == 0 ? null : await PutBack(db, import, definition, actor, turns, job);
    }

    /// <summary>Goes on where a process ended halfway.</summary>
    public static async Task Recover(MestringDb db, Guid id, DateTimeOffset now, ImportJob job)
    {
        var ct = job.Ended;
        var by = await db.Imports.Where(i => i.Id == id).Select(i => i.CreatedBy).SingleOrDefaultAsync(ct);
        var actor = new Actor(null, by ?? "", now);
        if (await Open(db, id, actor, ct) is not ({ State: ImportState.Writing or ImportState.Undoing } import, { } definition, _))
        {
            return;
        }

        await using var turns = await WriteTurns.Begin(db, ct);
        if (import.State is ImportState.Undoing)
        {
            await PutBack(db, import, definition, actor, turns, job);
            return;
        }

        await TakeBack(db, import, definition, actor, turns, job);
        await db.Imports.Where(i => i.Id == id && i.Failure == "").ExecuteUpdateAsync(i => i.SetProperty(x => x.Failure, "imports.interrupted"), ct);
    }

    private static async Task<(int Back, int Kept)> PutBack(MestringDb db, ImportRow import, NetworkDefinition definition, Actor actor, WriteTurns turns, ImportJob job)
    {
        var (run, ct) = (new UndoRun(db, import, definition, actor), job.Ended);
        await run.Write(turns, import.FinishedAt ?? DateTimeOffset.MinValue, done => job.Done = done, ct);
        var report = Report.Read(import.Report)! with { Back = run.Result.Back, Kept = run.Result.Kept };
        await turns.Do(() => Finish(db, import, ImportState.Undone, report, "undo-import-cases", new Report { Updated = run.Result.Back, Unchanged = run.Result.Kept }, actor, ct), ct);
        await turns.Commit(ct);
        return run.Result;
    }

    /// <summary>Nothing of what was written so far stays but what somebody has changed since, and that is said.</summary>
    private static async Task TakeBack(MestringDb db, ImportRow import, NetworkDefinition definition, Actor actor, WriteTurns turns, ImportJob job)
    {
        if (!turns.AreSeenAtOnce)
        {
            return;
        }

        db.ChangeTracker.Clear();
        var (run, written) = (new UndoRun(db, import, definition, actor), job.Done);
        await run.Write(turns, DateTimeOffset.MaxValue, done => job.Done = Math.Max(0, written - done), job.Ended);
        var failure = run.Result.Kept > 0 ? "imports.some-stay" : "";
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.State, import.Report.Length > 0 ? ImportState.Checked : ImportState.Uploaded).SetProperty(x => x.Failure, failure).SetProperty(x => x.Version, x => x.Version + 1), job.Ended);
        await turns.Settle(job.Ended);
    }

    private static async Task Finish(MestringDb db, ImportRow import, ImportState state, Report report, string action, Report noted, Actor actor, CancellationToken ct)
    {
        Note(db, import, actor, action, noted);
        await db.SaveChangesAsync(ct);
        await Keep(db, import, state, report.Numbers(), actor.Now, ct);
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

    /// <summary>Holds the import against everybody else; 0 when somebody was first.</summary>
    private static Task<int> Claim(MestringDb db, ImportRow import, ImportState state, CancellationToken ct) =>
        db.Imports.Where(i => i.Id == import.Id && i.Version == import.Version)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.State, state).SetProperty(x => x.Failure, "").SetProperty(x => x.Version, x => x.Version + 1), ct);

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
