using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>Takes a whole import back: new courses go, changed fields get back what they held. What somebody changed since stays.</summary>
internal sealed class UndoRun(MestringDb db, ImportRow import, NetworkDefinition definition, Actor actor)
{
    public const string Undone = "undo-import";

    private const int Portion = 500;

    /// <summary>Fields that make a whole row; taking them away takes all that stands in it.</summary>
    private static readonly string[] Owners = [".status", ".text", ".service"];

    /// <summary>Courses that were put back, and courses in which something stays because it was changed since.</summary>
    public (int Back, int Kept) Result { get; private set; }

    /// <summary>The caller has begun a transaction, and ends it.</summary>
    public async Task Write(Action<int> progress, CancellationToken ct)
    {
        await using var writer = new BulkWriter(db);
        var ids = await db.Audit.AsNoTracking()
            .Where(a => a.Municipality == import.Municipality && a.Batch == import.Id && (a.Action == Actor.Created || a.Action == Actor.Changed)).OrderBy(a => a.Subject).Select(a => a.Id).ToListAsync(ct);
        for (var first = 0; first < ids.Count; first += Portion)
        {
            ct.ThrowIfCancellationRequested();
            var some = ids.GetRange(first, Math.Min(Portion, ids.Count - first));
            var entries = await db.Audit.AsNoTracking().Where(a => some.Contains(a.Id)).ToDictionaryAsync(a => a.Subject, StringComparer.Ordinal, ct);
            var courses = entries.Keys.Select(s => Guid.Parse(s["case/".Length..])).ToList();
            var rows = await db.Cases.AsNoTracking().Where(c => courses.Contains(c.Id)).ToListAsync(ct);
            foreach (var file in await CaseFile.Many(db, definition.Programme.Windows, rows, ct))
            {
                Undo(writer, file, entries[Access.Audit.Subject(file.Row.Id)]);
            }

            await writer.Write(ct);
            progress(first + some.Count);
        }
    }

    private void Undo(BulkWriter writer, CaseFile file, AuditEntry entry)
    {
        var (before, after) = (Fields(entry.Before), Fields(entry.After));
        if (string.Equals(entry.Action, Actor.Created, StringComparison.Ordinal))
        {
            var isAsMade = CaseChange.Between(after, file.Stored).IsNone;
            if (isAsMade)
            {
                Note(writer, file, CaseChange.Between(file.Stored, new Dictionary<string, string>(StringComparer.Ordinal)).Before, null);
                writer.Delete(file.Row, file.Row.Version);
            }

            Result = isAsMade ? (Result.Back + 1, Result.Kept) : (Result.Back, Result.Kept + 1);
            return;
        }

        var kept = false;
        foreach (var path in before.Keys.Union(after.Keys, StringComparer.Ordinal).OrderBy(p => Owners.Any(o => p.EndsWith(o, StringComparison.Ordinal))))
        {
            var (was, now) = (before.GetValueOrDefault(path), after.GetValueOrDefault(path));
            if (string.Equals(file[path], now, StringComparison.Ordinal) && !TakesMore(file, path, was, after))
            {
                file.Set(path, was);
            }
            else
            {
                kept = true;
            }
        }

        var change = file.Complete(actor.Now, actor.Name);
        if (!change.IsNone)
        {
            file.Save(writer);
            Note(writer, file, change.Before, change.After);
        }

        Result = kept ? (Result.Back, Result.Kept + 1) : (Result.Back + 1, Result.Kept);
    }

    /// <summary>Whether taking a field away would take something newer with it.</summary>
    private static bool TakesMore(CaseFile file, string path, string? was, Dictionary<string, string> after)
    {
        var prefix = path[..(path.LastIndexOf('.') + 1)];
        return was is null && Owners.Any(o => path.EndsWith(o, StringComparison.Ordinal))
            && file.Stored.Any(f => f.Key.StartsWith(prefix, StringComparison.Ordinal) && !string.Equals(after.GetValueOrDefault(f.Key), f.Value, StringComparison.Ordinal));
    }

    private void Note(BulkWriter writer, CaseFile file, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string>? after) => writer.Insert(new AuditEntry
    {
        Id = Guid.CreateVersion7(actor.Now),
        At = actor.Now,
        PersonId = actor.PersonId,
        PersonName = actor.Name,
        Action = Undone,
        Municipality = import.Municipality,
        Network = import.Network,
        Subject = Access.Audit.Subject(file.Row.Id),
        Before = JsonSerializer.Serialize(before, CaseJson.Readable),
        After = after is null ? null : JsonSerializer.Serialize(after, CaseJson.Readable),
        Batch = import.Id,
    });

    private static Dictionary<string, string> Fields(string? json) => json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
}
