using System.Diagnostics;
using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>
/// Reads the rows of an import course by course, and checks them; or writes them as well, in one transaction. Both are the same work, so
/// what the check promises is what the import does. Some hundred rows are in memory at a time, and sixteen bytes of every row.
/// </summary>
internal sealed class ImportRun(MestringDb db, ImportRow import, NetworkDefinition definition, Registration registration, Actor actor, Func<int, string> goalText)
{
    private const int Portion = 500;
    private readonly Mapping _mapping = Mapping.Read(import.Mapping);
    private readonly Tally _tally = new();

    /// <summary>Called with the number of rows that are done.</summary>
    public Action<int> Progress { get; init; } = _ => { };

    /// <summary>Called with each row that is refused, and why.</summary>
    public Action<int, TableCell[], IReadOnlyList<Finding>> Refused { get; init; } = (_, _, _) => { };

    /// <summary>Checks every row and writes nothing.</summary>
    public async Task<Report> Check(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await Run(null, [], ct);
        return _tally.Sum(watch.Elapsed.TotalSeconds);
    }

    /// <summary>Writes the courses of the rows that are right. The caller has begun a transaction, and ends it.</summary>
    public async Task<Report> Write(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await using var writer = new BulkWriter(db);
        var refused = new HashSet<int>();
        await Run(writer, refused, ct);
        await Forget(refused, ct);
        return _tally.Sum(watch.Elapsed.TotalSeconds);
    }

    private async Task Run(BulkWriter? writer, HashSet<int> refused, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var reader = new RowReader(_mapping, JsonSerializer.Deserialize<string[]>(import.Header)!.Length);
        var check = new CourseCheck(definition, registration, _mapping, actor.Today, goalText);
        foreach (var numbers in Portions(await Order(reader, ct)))
        {
            ct.ThrowIfCancellationRequested();
            await Portioned(reader, check, numbers, refused, ct);
            if (writer is null)
            {
                db.ChangeTracker.Clear();
            }
            else
            {
                await writer.Write(ct);
            }

            _tally.Rows += numbers.Count;
            Progress(_tally.Rows);
        }
    }

    /// <summary>Row numbers, those of one course beside each other; otherwise as in the file.</summary>
    private async Task<List<(int Group, int Number)>> Order(RowReader reader, CancellationToken ct)
    {
        var order = new List<(int Group, int Number)>(import.Rows);
        var first = new Dictionary<int, int>();
        await foreach (var row in Rows().AsAsyncEnumerable().WithCancellation(ct))
        {
            // Two courses may share a hash: then they are only read together.
            var group = reader.Key(RowCells.Unpack(row.Cells)) is { } key ? first.TryAdd(key.GetHashCode(), row.Number) ? row.Number : first[key.GetHashCode()] : row.Number;
            order.Add((group, row.Number));
        }

        order.Sort();
        return order;
    }

    private static IEnumerable<List<int>> Portions(List<(int Group, int Number)> order)
    {
        var portion = new List<int>(Portion);
        for (var i = 0; i < order.Count; i++)
        {
            if (portion.Count >= Portion && order[i].Group != order[i - 1].Group)
            {
                yield return portion;
                portion = new List<int>(Portion);
            }

            portion.Add(order[i].Number);
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    private async Task Portioned(RowReader reader, CourseCheck check, List<int> numbers, HashSet<int> refused, CancellationToken ct)
    {
        var (from, to) = (numbers.Min(), numbers.Max());
        var rows = to - from < numbers.Count * 4 ? Rows().Where(r => r.Number >= from && r.Number <= to) : Rows().Where(r => numbers.Contains(r.Number));
        var wanted = numbers.ToHashSet();
        var read = (await rows.ToListAsync(ct)).Where(r => wanted.Contains(r.Number)).Select(r => (r.Number, Cells: RowCells.Unpack(r.Cells))).ToList();
        var courses = read.GroupBy(r => reader.Key(r.Cells)).ToList();
        var there = await There([.. courses.Where(c => c.Key is not null).Select(c => c.Key!.Value.Pseudonym).Distinct(StringComparer.Ordinal)], ct);
        foreach (var rowsOfOne in courses)
        {
            var findings = new List<Finding>();
            var course = rowsOfOne.Key is { } key ? new Course(key.Pseudonym, key.StartedOn) : null;
            foreach (var (number, cells) in rowsOfOne)
            {
                if (reader.Read(number, cells, course, findings))
                {
                    course!.Rows.Add(number);
                }
            }

            if (course is { Rows.Count: > 0 })
            {
                await One(check, course, there, findings, ct);
            }

            Count(reader, rowsOfOne, course, findings, refused);
        }
    }

    /// <summary>Courses of these pseudonyms that are registered already.</summary>
    private async Task<Dictionary<(string Pseudonym, string StartedOn), CaseFile>> There(List<string> pseudonyms, CancellationToken ct)
    {
        var rows = await db.Cases.Where(c => c.Network == import.Network && pseudonyms.Contains(c.Pseudonym)).ToListAsync(ct);
        var files = new Dictionary<(string, string), CaseFile>();
        foreach (var file in rows.Count == 0 ? [] : await CaseFile.Many(db, definition.Programme.Windows, rows, ct))
        {
            files.TryAdd((file.Row.Pseudonym, file["started-on"]!), file);
        }

        return files;
    }

    private async Task One(CourseCheck check, Course course, Dictionary<(string Pseudonym, string StartedOn), CaseFile> there, List<Finding> findings, CancellationToken ct)
    {
        var known = there.GetValueOrDefault((course.Pseudonym, course.StartedOn));
        var file = known ?? CaseFile.Start(db, definition.Programme.Windows, new CaseRow
        {
            Municipality = import.Municipality,
            Id = Guid.CreateVersion7(actor.Now),
            Network = import.Network,
            CreatedAt = actor.Now,
        });
        if (!check.Apply(course, file, known is null, findings))
        {
            course.Rows.Clear();
            Forget(file);
            return;
        }

        var change = await file.Complete(actor.Now, actor.Name, ct);
        _tally.Add(file, change, known is null);
        if (!change.IsNone)
        {
            db.Audit.Add(actor.Entry(import, file, change, known is null));
        }
    }

    /// <summary>Takes a refused course out of what will be written.</summary>
    private void Forget(CaseFile file)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => IsOf(e.Entity, file.Row.Id)).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private static bool IsOf(object row, Guid course) => row switch
    {
        CaseRow each => each.Id == course,
        GoalRow each => each.CaseId == course,
        MeasurementRow each => each.CaseId == course,
        GrantRow each => each.CaseId == course,
        InputRow each => each.CaseId == course,
        FollowUpRow each => each.CaseId == course,
        _ => false,
    };

    private void Count(RowReader reader, IEnumerable<(int Number, TableCell[] Cells)> rows, Course? course, List<Finding> findings, HashSet<int> refused)
    {
        findings.RemoveAll(reader.IsCured);
        findings.ForEach(_tally.Add);
        foreach (var (number, cells) in rows)
        {
            if (course?.Rows.Contains(number) is not true)
            {
                _tally.Rejected++;
                refused.Add(number);
                Refused(number, cells, findings);
            }
            else if (findings.Exists(f => f.Row == number))
            {
                _tally.Doubtful++;
            }
        }
    }

    /// <summary>Rows whose course is written are not kept.</summary>
    private async Task Forget(HashSet<int> refused, CancellationToken ct)
    {
        var rows = db.ImportedRows.Where(r => r.ImportId == import.Id);
        if (refused.Count == 0)
        {
            await rows.ExecuteDeleteAsync(ct);
            return;
        }

        List<int> kept = [int.MinValue, .. refused.Order(), int.MaxValue];
        for (var i = 1; i < kept.Count; i++)
        {
            var (after, before) = (kept[i - 1], kept[i]);
            if (before - (long)after > 1)
            {
                await rows.Where(r => r.Number > after && r.Number < before).ExecuteDeleteAsync(ct);
            }
        }
    }

    private IQueryable<ImportedRow> Rows() => db.ImportedRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Number);
}
