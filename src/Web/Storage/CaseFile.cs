using System.Globalization;
using System.Text.Json;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>
/// Everything that is registered about one course, read and changed by field path (see <see cref="CaseFields"/>). All that changes a course
/// goes through here, so that its history, its packed outcome and its version are always right.
/// </summary>
internal sealed class CaseFile
{
    private readonly MestringDb? _db;
    private readonly bool _isNew;
    private readonly int _version;
    private readonly Dictionary<MeasurementPoint, SortedList<string, string>> _answers;
    private readonly Dictionary<string, string> _before;
    private readonly List<object> _came = [];
    private readonly List<object> _went = [];
    private List<FollowUpRow> _followUps = [];
    private Dictionary<string, string>? _fields;

    private CaseFile(
        MestringDb? db, IReadOnlyList<FollowUpWindow> windows, CaseRow row, List<GoalRow> goals, List<MeasurementRow> measurements, List<GrantRow> grants, List<InputRow> input, bool isNew)
    {
        (_db, Windows, _isNew, _version, Row, Goals, Measurements, Grants, Input) = (db, windows, isNew, row.Version, row, goals, measurements, grants, input);
        _answers = measurements.ToDictionary(m => m.Point, m => Answers(m.Answers));
        _before = isNew ? [] : CaseFileFields.Of(this);
        if (isNew)
        {
            Came(row);
        }
    }

    /// <summary>The windows of the course's network.</summary>
    public IReadOnlyList<FollowUpWindow> Windows { get; }

    public CaseRow Row { get; }

    public List<GoalRow> Goals { get; }

    public List<MeasurementRow> Measurements { get; }

    public List<GrantRow> Grants { get; }

    public List<InputRow> Input { get; }

    /// <summary>Whether the course was read to be looked at only.</summary>
    public bool IsReadOnly { get; private init; }

    /// <summary>What the fields held when the course was read; empty for a new one.</summary>
    public IReadOnlyDictionary<string, string> Stored => _before;

    /// <summary>What a field held when the course was read; null when nothing.</summary>
    public string? this[string path] => _before.GetValueOrDefault(path);

    /// <summary>A new course; it is saved with the context, or without one by a <see cref="BulkWriter"/>.</summary>
    public static CaseFile Start(MestringDb? db, IReadOnlyList<FollowUpWindow> windows, CaseRow row) => new(db, windows, row, [], [], [], [], isNew: true);

    /// <summary>A course with all its rows, in one SQL command; null when the municipality of the request has none of that id in the network.</summary>
    /// <param name="toChange">Whether it may be changed: then its rows are tracked.</param>
    public static async Task<CaseFile?> Find(MestringDb db, string network, IReadOnlyList<FollowUpWindow> windows, Guid id, bool toChange, CancellationToken ct)
    {
        if (await CaseRows.Find(db, network, id, toChange, ct) is not { } rows)
        {
            return null;
        }

        foreach (var row in toChange ? (IEnumerable<object>)[rows.Row, .. rows.Goals, .. rows.Measurements, .. rows.Grants, .. rows.Input, .. rows.FollowUps] : [])
        {
            db.Entry(row).State = EntityState.Unchanged;
        }

        return new CaseFile(db, windows, rows.Row, rows.Goals, rows.Measurements, rows.Grants, rows.Input, isNew: false) { _followUps = rows.FollowUps, IsReadOnly = !toChange };
    }

    /// <summary>Courses with all their rows, in five SQL commands however many there are; four when they are only read. The context follows none of them.</summary>
    /// <param name="toChange">Whether they may be changed and saved by a <see cref="BulkWriter"/>: then what they wait for is read along.</param>
    public static async Task<IReadOnlyList<CaseFile>> Many(MestringDb db, IReadOnlyList<FollowUpWindow> windows, IReadOnlyCollection<CaseRow> rows, CancellationToken ct, bool toChange = true)
    {
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var goals = (await db.Goals.AsNoTracking().Where(g => ids.Contains(g.CaseId)).ToListAsync(ct)).ToLookup(g => g.CaseId);
        var measurements = (await db.Measurements.AsNoTracking().Where(m => ids.Contains(m.CaseId)).ToListAsync(ct)).ToLookup(m => m.CaseId);
        var grants = (await db.Grants.AsNoTracking().Where(g => ids.Contains(g.CaseId)).ToListAsync(ct)).ToLookup(g => g.CaseId);
        var input = (await db.Input.AsNoTracking().Where(i => ids.Contains(i.CaseId)).ToListAsync(ct)).ToLookup(i => i.CaseId);
        var followUps = toChange ? (await db.FollowUps.AsNoTracking().Where(f => ids.Contains(f.CaseId)).ToListAsync(ct)).ToLookup(f => f.CaseId) : null;
        return
        [
            .. rows.Select(r => new CaseFile(
                null, windows, r, [.. goals[r.Id].OrderBy(g => g.Number)], [.. measurements[r.Id]], [.. grants[r.Id]], [.. input[r.Id].OrderBy(i => i.Week)], isNew: false)
            {
                _followUps = followUps is null ? [] : [.. followUps[r.Id]],
                IsReadOnly = !toChange,
            }),
        ];
    }

    /// <summary>What is answered at a point, by item; empty when nothing is.</summary>
    public IReadOnlyDictionary<string, string> At(MeasurementPoint point) => _answers.GetValueOrDefault(point) ?? [];

    /// <summary>Every value of the course as it is now, by path; made anew when something was put in.</summary>
    public IReadOnlyDictionary<string, string> Fields() => _fields ??= CaseFileFields.Of(this);

    /// <summary>Puts a value in a field, or takes it out. Goals, measurements, decisions and weeks come when something is put in them.</summary>
    /// <param name="path">The field's path.</param>
    /// <param name="value">What the field accepts (see <see cref="CaseField.Accepts"/>); null takes the value out.</param>
    /// <exception cref="ArgumentException">There is no such field, or it does not take the value.</exception>
    public void Set(string path, string? value)
    {
        if (CaseFields.Find(path) is not { } field || (value is not null && !field.Accepts(value)))
        {
            throw new ArgumentException($"The field {path} does not take this value.", nameof(path));
        }

        Put(field, value);
    }

    /// <summary>Puts a value that the field accepts in it.</summary>
    public void Put(CaseField field, string? value)
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The course was read to be looked at only.");
        }

        var path = field.Path;
        _fields = null;
        switch (field)
        {
            case { Point: { } point }:
                SetAnswer(point, field.Item, value);
                break;
            case { Goal: { } number }:
                CaseColumns.Write(Goal(number), field.Item, value);
                break;
            case { Name: var name } when name.StartsWith("grant.", StringComparison.Ordinal):
                CaseColumns.Write(Grant(path.Split('.')[1]), field.Item, value);
                break;
            case { Name: var name } when name.StartsWith("input.", StringComparison.Ordinal):
                var parts = path.Split('.');
                CaseColumns.Write(Week(int.Parse(parts[1], CultureInfo.InvariantCulture), Enum.Parse<Profession>(parts[2])), field.Item, value);
                break;
            default:
                CaseColumns.Write(Row, path, value);
                break;
        }
    }

    /// <summary>What has changed since the course was read; what is empty goes.</summary>
    public CaseChange Change()
    {
        Prune(Goals, g => g.Text.Length == 0);
        Prune(Grants, g => g.Service.Length == 0);
        Prune(Input, i => i is { Direct: null, Travel: null, Coordination: null });
        return CaseChange.Between(_before, Fields());
    }

    /// <summary>
    /// Makes the rows ready to be saved: the outcome is packed, the version counts up. Asks no database, so that several courses can be
    /// completed at the same time.
    /// </summary>
    /// <returns>What changed since the course was read.</returns>
    public CaseChange Complete(DateTimeOffset now, string by)
    {
        var change = Change();
        if (change.IsNone)
        {
            return change;
        }

        foreach (var measurement in Measurements.Where(m => change.IsAt(m.Point)))
        {
            measurement.Answers = JsonSerializer.Serialize(_answers[measurement.Point], CaseJson.Readable);
            (measurement.ChangedAt, measurement.ChangedBy) = (now, by);
        }

        Pack();
        Row.ChangedAt = now;
        Row.Version++;
        return change;
    }

    /// <summary>Works the outcome, and what the course waits for, out anew.</summary>
    public void Pack()
    {
        var outcome = Outcome();
        Row.Outcome = CaseOutcomeCodec.Write(outcome.Registered());
        Follow(outcome);
    }

    /// <summary>Hands what <see cref="Complete"/> made ready to a writer, or to rows for it.</summary>
    public void Save(StoredRows rows)
    {
        _went.ForEach(row => rows.Delete(row));
        _came.ForEach(rows.Insert);
        if (_isNew)
        {
            return;
        }

        rows.Update(Row, _version);
        foreach (var row in Goals.Concat<object>(Measurements).Concat(Grants).Concat(Input).Concat(_followUps).Except(_came))
        {
            rows.Update(row);
        }
    }

    /// <summary>The course as values.</summary>
    public CaseOutcome Outcome() => CaseOutcomes.Of(this, Windows);

    internal static SortedList<string, string> Answers(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [], StringComparer.Ordinal);

    /// <summary>What is registered, or no longer due, is not waited for.</summary>
    private void Follow(CaseOutcome outcome)
    {
        foreach (var window in Windows.Select(w => w.In(Row.StartedOn)))
        {
            var waits = outcome.State(window, window.Opens) is not (PointState.Done or PointState.Missing or PointState.NoLongerDue);
            if (!waits)
            {
                Prune(_followUps, f => f.Point == window.Point);
                continue;
            }

            var row = _followUps.Find(f => f.Point == window.Point) ?? Put(_followUps, new FollowUpRow { Municipality = Row.Municipality, CaseId = Row.Id, Point = window.Point });
            (row.Network, row.Opens, row.Due, row.Closes) = (Row.Network, window.Opens, window.Due, window.Closes);
            row.Begun = outcome.At(window.Point) is { IsBegun: true };
        }
    }

    private void SetAnswer(MeasurementPoint point, string item, string? value)
    {
        var row = Measurements.Find(m => m.Point == point) ?? Put(Measurements, new MeasurementRow { Municipality = Row.Municipality, CaseId = Row.Id, Point = point });
        if (!_answers.TryGetValue(point, out var answers))
        {
            _answers[point] = answers = new SortedList<string, string>(StringComparer.Ordinal);
        }

        if (item is MeasurementItems.Status && value is null)
        {
            Measurements.Remove(row);
            _answers.Remove(point);
            Went(row);
        }
        else if (CaseColumns.Write(row, item, value))
        {
            return;
        }
        else if (value is null)
        {
            answers.Remove(item);
        }
        else
        {
            answers[item] = value;
        }
    }

    private GoalRow Goal(int number)
    {
        var row = Goals.Find(g => g.Number == number);
        return row ?? Put(Goals, new GoalRow { Municipality = Row.Municipality, CaseId = Row.Id, Number = number });
    }

    private GrantRow Grant(string key)
    {
        var row = Grants.Find(g => string.Equals(g.Key, key, StringComparison.Ordinal));
        return row ?? Put(Grants, new GrantRow { Municipality = Row.Municipality, CaseId = Row.Id, Key = key });
    }

    private InputRow Week(int week, Profession profession)
    {
        var row = Input.Find(i => i.Week == week && i.Profession == profession);
        return row ?? Put(Input, new InputRow { Municipality = Row.Municipality, CaseId = Row.Id, Week = week, Profession = profession });
    }

    private T Put<T>(List<T> rows, T row)
        where T : class
    {
        rows.Add(row);
        Came(row);
        return row;
    }

    private void Prune<T>(List<T> rows, Predicate<T> isEmpty)
        where T : class
    {
        foreach (var row in rows.FindAll(isEmpty))
        {
            rows.Remove(row);
            _fields = null;
            Went(row);
        }
    }

    private void Came(object row)
    {
        _came.Add(row);
        _db?.Add(row);
    }

    private void Went(object row)
    {
        if (!_came.Remove(row))
        {
            _went.Add(row);
        }

        _db?.Remove(row);
    }
}
