using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Takes a whole import back: new courses go, changed fields get back what they held. What somebody changed since stays.</summary>
internal sealed class UndoRun(MestringDb db, ImportRow import, NetworkDefinition definition, Actor actor)
{
    public const string Undone = "undo-import";

    private const int Portion = 128;

    private readonly List<string> _gone = [];

    /// <summary>Courses that were put back, and courses in which something stays because it was changed since.</summary>
    public (int Back, int Kept) Result { get; private set; }

    /// <summary>Puts the courses back that are not put back yet: whoever was stopped halfway goes on.</summary>
    /// <param name="turns">When it may write.</param>
    /// <param name="since">When the import was done: what was put back before that is of an earlier attempt.</param>
    /// <param name="progress">Told how many courses are done.</param>
    /// <param name="ct">Stops it between two portions.</param>
    public async Task Write(WriteTurns turns, DateTimeOffset since, Action<int> progress, CancellationToken ct)
    {
        await using var writer = new BulkWriter(db);
        var ofImport = db.Audit.AsNoTracking().Where(a => a.Municipality == import.Municipality && a.Batch == import.Id);
        var made = ofImport.Where(a => a.Action == Actor.Created || a.Action == Actor.Changed);
        var ids = await made.Where(a => !ofImport.Any(u => u.Action == Undone && u.Subject == a.Subject && u.At >= a.At)).OrderBy(a => a.Subject).Select(a => a.Id).ToListAsync(ct);
        // Put back before whoever did it was stopped; what an earlier attempt at the import wrote was put back before this one began.
        Result = (await ofImport.CountAsync(u => u.Action == Undone && made.Any(a => a.Subject == u.Subject && a.At <= u.At) && u.At >= since, ct), 0);
        for (var first = 0; first < ids.Count; first += Portion)
        {
            ct.ThrowIfCancellationRequested();
            var some = ids.GetRange(first, Math.Min(Portion, ids.Count - first));
            var entries = await db.Audit.AsNoTracking().Where(a => some.Contains(a.Id)).ToDictionaryAsync(a => a.Subject, StringComparer.Ordinal, ct);
            var courses = entries.Keys.Select(s => Guid.Parse(s["case/".Length..])).ToList();
            var rows = await db.Cases.AsNoTracking().Where(c => courses.Contains(c.Id)).ToListAsync(ct);
            _gone.Clear();
            foreach (var file in await CaseFile.Many(db, definition.Programme.Windows, rows, ct))
            {
                Undo(writer, file, entries[Access.Audit.Subject(file.Row.Id)]);
            }

            await turns.Do(
                async () =>
                {
                    await writer.Write(ct);
                    await AuditEntry.Blank(db.Audit.Where(a => a.Municipality == import.Municipality && _gone.Contains(a.Subject)), ct);
                },
                ct);
            progress(first + some.Count);
        }
    }

    private void Undo(BulkWriter writer, CaseFile file, AuditEntry entry)
    {
        var made = CaseChange.Of(entry);
        if (string.Equals(entry.Action, Actor.Created, StringComparison.Ordinal))
        {
            var isAsMade = CaseChange.Between(made.After, file.Stored).IsNone;
            if (isAsMade)
            {
                // A course that goes leaves what any deleted course leaves: that it was there, and no values.
                Note(writer, file, null, null);
                writer.Insert(DeletedCourse.Of(file.Row, actor.Now));
                writer.Delete(file.Row, file.Row.Version);
                _gone.AddRange([Access.Audit.Subject(file.Row.Id), $"{Access.Audit.Subject(file.Row.Id)}/quality"]);
            }

            Result = isAsMade ? (Result.Back + 1, Result.Kept) : (Result.Back, Result.Kept + 1);
            return;
        }

        var undo = new CaseUndo(file, made);
        var breaks = undo.Breaks(actor.Today).Count > 0;
        var kept = breaks || undo.LeavesSome;
        if (!breaks)
        {
            undo.Do();
        }

        var change = file.Complete(actor.Now, actor.Name);
        if (!change.IsNone)
        {
            file.Save(writer);
            Note(writer, file, change.Before, change.After);
        }

        Result = kept ? (Result.Back, Result.Kept + 1) : (Result.Back + 1, Result.Kept);
    }

    private void Note(BulkWriter writer, CaseFile file, IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string>? after) => writer.Insert(new AuditEntry
    {
        Id = Guid.CreateVersion7(actor.Now),
        At = actor.Now,
        PersonId = actor.PersonId,
        PersonName = actor.Name,
        Action = Undone,
        Municipality = import.Municipality,
        Network = import.Network,
        Subject = Access.Audit.Subject(file.Row.Id),
        Before = before is null ? null : JsonSerializer.Serialize(before, CaseJson.Readable),
        After = after is null ? null : JsonSerializer.Serialize(after, CaseJson.Readable),
        Batch = import.Id,
    });
}
