using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Formats.Tables;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Imports;

/// <summary>
/// Reads the rows of an import course by course, and checks them; or writes them as well, in one transaction. Both are the same work, so
/// what the check promises is what the import does; only what is stored is made of a course when it is written. While one portion is
/// checked, by all processors, the one before it is written and the one after it read: some hundred rows are in memory at a time, so few
/// that the collector seldom meets them, and a few bytes of every row.
/// </summary>
internal sealed class ImportRun(MestringDb db, ImportRow import, NetworkDefinition definition, Registration registration, Actor actor, Func<int, string> goalText)
{
    private const int Portion = 128;
    private readonly Mapping _mapping = Mapping.Read(import.Mapping);
    private readonly Tally _tally = new();
    private readonly HashSet<int> _refused = [];

    /// <summary>Called with the number of rows that are done.</summary>
    public Action<int> Progress { get; init; } = _ => { };

    /// <summary>Processors that may check at the same time.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>Sees what the rows come to; null when nobody does.</summary>
    public IImportWatch? Watch { get; init; }

    /// <summary>Checks every row and writes nothing.</summary>
    public async Task<Report> Check(CancellationToken ct)
    {
        await Run(null, [], ct);
        return _tally.Sum();
    }

    /// <summary>Writes the courses of the rows that are right.</summary>
    public async Task<Report> Write(WriteTurns turns, CancellationToken ct)
    {
        await using var writer = new BulkWriter(db);
        await Run(new Writing(writer, turns), _refused, ct);
        return _tally.Sum();
    }

    /// <summary>Lets the rows go whose course is written.</summary>
    public async Task Forget(WriteTurns turns, CancellationToken ct)
    {
        List<int> kept = [int.MinValue, .. _refused.Order(), int.MaxValue];
        for (var i = 1; i < kept.Count; i++)
        {
            if (kept[i] - (long)kept[i - 1] > 1)
            {
                await ImportedRow.Remove(db, import, kept[i - 1], kept[i], turns, ct);
            }
        }
    }

    private async Task Run(Writing? writing, HashSet<int> refused, CancellationToken ct)
    {
        var reader = new RowReader(_mapping, JsonSerializer.Deserialize<string[]>(import.Header)!);
        var check = new CourseCheck(definition, registration, _mapping, reader.Instrument, actor.Today, goalText);
        using var portions = (await Order(reader, ct)).Portions(Portion).GetEnumerator();
        var next = await Next();
        var work = Begin(next);
        while (next is not null)
        {
            // The connection does one thing at a time, and so reads and writes in turn; the work asks the database nothing.
            next = await Next();
            var done = await work;
            work = Begin(next);
            await Take(reader, done, writing, refused, ct);
        }

        async Task<List<CourseRows>?> Next() => portions.MoveNext() ? await Read(reader, portions.Current, ct) : null;

        Task<CheckedCourse[]> Begin(List<CourseRows>? courses) => courses is null ? Task.FromResult<CheckedCourse[]>([]) : Task.Run(() => All(reader, check, courses, writing?.Writer, ct), ct);
    }

    private async Task<RowOrder> Order(RowReader reader, CancellationToken ct)
    {
        var order = new RowOrder();
        await foreach (var row in Rows().AsAsyncEnumerable().WithCancellation(ct))
        {
            order.Add(row.Number, reader.Key(row.Cells));
        }

        return order;
    }

    private async Task<List<CourseRows>> Read(RowReader reader, List<int> numbers, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var (from, to) = (numbers.Min(), numbers.Max());
        var rows = to - from < numbers.Count * 4 ? Rows().Where(r => r.Number >= from && r.Number <= to) : Rows().Where(r => numbers.Contains(r.Number));
        var wanted = numbers.ToHashSet();
        var read = (await rows.ToListAsync(ct)).Where(r => wanted.Contains(r.Number)).GroupBy(r => reader.Key(r.Cells)).ToList();
        var there = await There([.. read.Where(c => c.Key is not null).Select(c => c.Key!.Value.Pseudonym).Distinct(StringComparer.Ordinal)], ct);
        var courses = read.ConvertAll(c => new CourseRows(c.Key, [.. c.Select(r => (r.Number, r.Cells))])
        {
            Known = c.Key is { } key ? there.GetValueOrDefault(key) : null,
        });
        Overlaps.Mark(courses, there, reader.End);
        return courses;
    }

    /// <summary>Courses of these pseudonyms that are registered already.</summary>
    private async Task<Dictionary<(string Pseudonym, string StartedOn), CaseFile>> There(List<string> pseudonyms, CancellationToken ct)
    {
        var rows = await db.Cases.AsNoTracking().Where(c => c.Network == import.Network && pseudonyms.Contains(c.Pseudonym)).ToListAsync(ct);
        var files = new Dictionary<(string, string), CaseFile>();
        foreach (var file in rows.Count == 0 ? [] : await CaseFile.Many(db, definition.Programme.Windows, rows, ct))
        {
            files.TryAdd((file.Row.Pseudonym, file["started-on"]!), file);
        }

        return files;
    }

    /// <summary>Checks courses on all processors; the answers stand in the order of the courses.</summary>
    private CheckedCourse[] All(RowReader reader, CourseCheck check, List<CourseRows> courses, StoredRows? to, CancellationToken ct)
    {
        var done = new CheckedCourse[courses.Count];
        Parallel.For(0, courses.Count, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Processors }, i => done[i] = One(reader, check, courses[i], to));
        return done;
    }

    private CheckedCourse One(RowReader reader, CourseCheck check, CourseRows rows, StoredRows? to)
    {
        var findings = new List<Finding>();
        var course = rows.Key is { } key ? new Course(key.Pseudonym, key.StartedOn) : null;
        foreach (var (number, packed) in rows.Rows)
        {
            if (reader.Read(number, RowCells.Unpack(packed), findings) is { } values)
            {
                course?.Add(number, values);
            }
        }

        course?.Settle(findings);
        if (course is not { Rows.Count: > 0 })
        {
            return new CheckedCourse(rows, [], findings);
        }

        var file = rows.Known ?? New(rows);
        var taken = Apply(reader, check, course, file, rows, findings);
        if (taken is null && course.Without(findings) is { } rest && (rows.Known is null || CaseUndo.Reset(file)))
        {
            // What is wrong stands in some rows of the course: the others are a course without them.
            var again = new List<Finding>();
            rest.Settle(again);
            file = rows.Known ?? New(rows);
            taken = Apply(reader, check, rest, file, rows, again);
            findings.AddRange(taken is null ? [] : again);
            course = rest;
        }

        if (taken is null)
        {
            return new CheckedCourse(rows, [], findings);
        }

        var change = to is null ? file.Change() : file.Complete(actor.Now, actor.Name);
        var stored = change.IsNone ? null : to?.More();
        if (stored is not null)
        {
            file.Save(stored);
            stored.Insert(actor.Entry(import, RowIds.At(actor.Now, rows.Rows[0].Number), file, change, rows.Known is null));
        }

        return new CheckedCourse(rows, course.Rows, findings) { File = file, Change = change, Stored = stored, Said = change.IsNone || rows.Known is null ? null : course.Values };
    }

    private CaseFile New(CourseRows rows) => CaseFile.Start(null, definition.Programme.Windows, new CaseRow
    {
        Municipality = import.Municipality,
        Id = RowIds.At(actor.Now, rows.Rows[0].Number),
        Network = import.Network,
        CreatedAt = actor.Now,
    });

    /// <returns>The course; null when it is refused.</returns>
    private static Course? Apply(RowReader reader, CourseCheck check, Course course, CaseFile file, CourseRows rows, List<Finding> findings)
    {
        var overlap = rows is { Known: null, Overlaps: { } other }
            ? new Finding(FindingKind.OverlappingCase, course.Rows[0], null, "", course.StartedOn, other)
            : null;
        if (overlap is not null)
        {
            findings.Add(overlap);
        }

        return check.Apply(course, file, rows.Known is null, findings) && (overlap is null || reader.IsCured(overlap)) ? course : null;
    }

    /// <summary>Counts what the check of a portion came to, and writes it.</summary>
    private async Task Take(RowReader reader, CheckedCourse[] courses, Writing? writing, HashSet<int> refused, CancellationToken ct)
    {
        foreach (var course in courses)
        {
            Count(reader, course, writing?.Writer, refused);
            if (course is { File: { } file, Change: { } change })
            {
                _tally.Add(file, change, course.Of.Known is null);
                if (course is { Said: not null })
                {
                    Watch?.Changed(course);
                }
            }

            if (course.Stored is { } stored)
            {
                writing?.Writer.Add(stored);
            }
        }

        await (writing?.Turns.Do(() => writing.Writer.Write(ct), ct) ?? Task.CompletedTask);
        Progress(_tally.Rows);
    }

    /// <summary>A row that is refused is kept with what is wrong when the others are written: afterwards it could not be told any more.</summary>
    private void Count(RowReader reader, CheckedCourse course, BulkWriter? writer, HashSet<int> refused)
    {
        course.Findings.RemoveAll(reader.IsCured);
        course.Findings.ForEach(_tally.Add);
        foreach (var (number, packed) in course.Of.Rows)
        {
            _tally.Rows++;
            if (!course.Taken.Contains(number))
            {
                _tally.Rejected++;
                refused.Add(number);
                IReadOnlyList<Finding> why = course.Findings.FindAll(f => f.IsError && f.Row == number) is { Count: > 0 } own ? own : Because(course, number);
                writer?.Update(new ImportedRow { Municipality = import.Municipality, ImportId = import.Id, Number = number, Cells = packed, Why = JsonSerializer.Serialize(why) });
                if (why is [{ Kind: FindingKind.CaseRefused } because])
                {
                    _tally.Add(because);
                }

                Watch?.Refused(number, RowCells.Unpack(packed), why);
            }
            else if (course.Findings.Exists(f => f.Row == number))
            {
                _tally.Doubtful++;
            }
        }
    }

    /// <summary>Why a row is refused that is right itself: which rows stop its course.</summary>
    private static List<Finding> Because(CheckedCourse course, int number) =>
    [
        new Finding(FindingKind.CaseRefused, number, null, "", string.Join(", ", course.Findings.Where(f => f.IsError).Select(f => f.Row).Distinct().Order().Take(Report.Shown))),
    ];

    private IQueryable<ImportedRow> Rows() => db.ImportedRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Number);

    /// <summary>What writes, and when it may.</summary>
    private sealed record Writing(BulkWriter Writer, WriteTurns Turns);
}
