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
    private readonly MestringDb _db;
    private readonly IReadOnlyList<FollowUpWindow> _windows;
    private readonly bool _isNew;
    private readonly Dictionary<MeasurementPoint, SortedDictionary<string, string>> _answers;
    private readonly SortedDictionary<string, string> _before;
    private List<FollowUpRow>? _followUps;

    internal CaseFile(
        MestringDb db, IReadOnlyList<FollowUpWindow> windows, CaseRow row, List<GoalRow> goals, List<MeasurementRow> measurements, List<GrantRow> grants, List<InputRow> input, bool isNew)
    {
        (_db, _windows, _isNew, Row, Goals, Measurements, Grants, Input) = (db, windows, isNew, row, goals, measurements, grants, input);
        _answers = measurements.ToDictionary(m => m.Point, m => Answers(m.Answers));
        _before = isNew ? new SortedDictionary<string, string>(StringComparer.Ordinal) : Fields();
    }

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

    /// <summary>A new course; it is saved with the context.</summary>
    public static CaseFile Start(MestringDb db, IReadOnlyList<FollowUpWindow> windows, CaseRow row)
    {
        db.Cases.Add(row);
        return new CaseFile(db, windows, row, [], [], [], [], isNew: true);
    }

    /// <summary>A course with all its rows, in one SQL command; null when the municipality of the request has none of that id in the network.</summary>
    /// <param name="toChange">Whether it may be changed: then its rows are tracked.</param>
    public static async Task<CaseFile?> Find(MestringDb db, string network, IReadOnlyList<FollowUpWindow> windows, Guid id, bool toChange, CancellationToken ct)
    {
        if (await CaseRows.Find(db, network, id, ct) is not { } rows)
        {
            return null;
        }

        if (toChange)
        {
            db.AttachRange([rows.Row, .. rows.Goals, .. rows.Measurements, .. rows.Grants, .. rows.Input, .. rows.FollowUps]);
        }

        return new CaseFile(db, windows, rows.Row, rows.Goals, rows.Measurements, rows.Grants, rows.Input, isNew: false) { _followUps = rows.FollowUps, IsReadOnly = !toChange };
    }

    /// <summary>Courses with all their rows, in five SQL commands however many there are; four when they are only read.</summary>
    /// <param name="toChange">Whether they may be changed: then their rows are tracked, and what they wait for is read along.</param>
    public static async Task<IReadOnlyList<CaseFile>> Many(MestringDb db, IReadOnlyList<FollowUpWindow> windows, IReadOnlyCollection<CaseRow> rows, CancellationToken ct, bool toChange = true)
    {
        List<Guid> ids = [.. rows.Select(r => r.Id)];
        var tracking = toChange ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var goals = (await db.Goals.AsTracking(tracking).Where(g => ids.Contains(g.CaseId)).ToListAsync(ct)).ToLookup(g => g.CaseId);
        var measurements = (await db.Measurements.AsTracking(tracking).Where(m => ids.Contains(m.CaseId)).ToListAsync(ct)).ToLookup(m => m.CaseId);
        var grants = (await db.Grants.AsTracking(tracking).Where(g => ids.Contains(g.CaseId)).ToListAsync(ct)).ToLookup(g => g.CaseId);
        var input = (await db.Input.AsTracking(tracking).Where(i => ids.Contains(i.CaseId)).ToListAsync(ct)).ToLookup(i => i.CaseId);
        var followUps = toChange ? (await db.FollowUps.Where(f => ids.Contains(f.CaseId)).ToListAsync(ct)).ToLookup(f => f.CaseId) : null;
        return
        [
            .. rows.Select(r => new CaseFile(
                db, windows, r, [.. goals[r.Id].OrderBy(g => g.Number)], [.. measurements[r.Id]], [.. grants[r.Id]], [.. input[r.Id].OrderBy(i => i.Week)], isNew: false)
            {
                _followUps = followUps is null ? null : [.. followUps[r.Id]],
                IsReadOnly = !toChange,
            }),
        ];
    }

    /// <summary>What is answered at a point, by item; empty when nothing is.</summary>
    public IReadOnlyDictionary<string, string> At(MeasurementPoint point) => _answers.GetValueOrDefault(point) ?? [];

    /// <summary>Every value of the course as it is now, by path.</summary>
    public SortedDictionary<string, string> Fields()
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Put("", CaseColumns.Read(Row));
        foreach (var goal in Goals)
        {
            Put(string.Create(CultureInfo.InvariantCulture, $"goal{goal.Number}."), CaseColumns.Read(goal));
        }

        foreach (var measurement in Measurements)
        {
            Put($"{measurement.Point.Name()}.", CaseColumns.Read(measurement));
            Put($"{measurement.Point.Name()}.", _answers[measurement.Point].Select(a => (a.Key, a.Value)));
        }

        foreach (var grant in Grants)
        {
            Put($"grant.{grant.Key}.", CaseColumns.Read(grant));
        }

        foreach (var input in Input)
        {
            Put(string.Create(CultureInfo.InvariantCulture, $"input.{input.Week}.{input.Profession}."), CaseColumns.Read(input));
        }

        return fields;

        void Put(string prefix, IEnumerable<(string Name, string Value)> values)
        {
            foreach (var (name, value) in values)
            {
                fields[prefix + name] = value;
            }
        }
    }

    /// <summary>Puts a value in a field, or takes it out. Goals, measurements, decisions and weeks come when something is put in them.</summary>
    /// <param name="path">The field's path.</param>
    /// <param name="value">What the field accepts (see <see cref="CaseField.Accepts"/>); null takes the value out.</param>
    /// <exception cref="ArgumentException">There is no such field, or it does not take the value.</exception>
    public void Set(string path, string? value)
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("The course was read to be looked at only.");
        }

        if (CaseFields.Find(path) is not { } field || (value is not null && !field.Accepts(value)))
        {
            throw new ArgumentException($"The field {path} does not take this value.", nameof(path));
        }

        var parts = path.Split('.');
        switch (field)
        {
            case { Point: { } point }:
                SetAnswer(point, path[(parts[0].Length + 1)..], value);
                break;
            case { Goal: { } number }:
                CaseColumns.Write(Find(Goals, g => g.Number == number, () => new GoalRow { Municipality = Row.Municipality, CaseId = Row.Id, Number = number }), parts[1], value);
                break;
            case { Name: var name } when name.StartsWith("grant.", StringComparison.Ordinal):
                CaseColumns.Write(Find(Grants, g => string.Equals(g.Key, parts[1], StringComparison.Ordinal), () => new GrantRow { Municipality = Row.Municipality, CaseId = Row.Id, Key = parts[1] }), parts[2], value);
                break;
            case { Name: var name } when name.StartsWith("input.", StringComparison.Ordinal):
                var (week, profession) = (int.Parse(parts[1], CultureInfo.InvariantCulture), Enum.Parse<Profession>(parts[2]));
                CaseColumns.Write(
                    Find(Input, i => i.Week == week && i.Profession == profession, () => new InputRow { Municipality = Row.Municipality, CaseId = Row.Id, Week = week, Profession = profession }), parts[3], value);
                break;
            default:
                CaseColumns.Write(Row, path, value);
                break;
        }
    }

    /// <summary>Makes the rows ready to be saved: what is empty goes, the outcome is packed, the version counts up.</summary>
    /// <returns>What changed since the course was read.</returns>
    public async Task<CaseChange> Complete(DateTimeOffset now, string by, CancellationToken ct = default)
    {
        Prune(Goals, g => g.Text.Length == 0);
        Prune(Grants, g => g.Service.Length == 0);
        Prune(Input, i => i is { Direct: null, Travel: null, Coordination: null });
        var change = CaseChange.Between(_before, Fields());
        if (change.IsNone)
        {
            return change;
        }

        foreach (var measurement in Measurements.Where(m => change.Paths.Any(p => p.StartsWith($"{m.Point.Name()}.", StringComparison.Ordinal))))
        {
            measurement.Answers = JsonSerializer.Serialize(_answers[measurement.Point], CaseJson.Readable);
            (measurement.ChangedAt, measurement.ChangedBy) = (now, by);
        }

        var outcome = Outcome();
        Row.Outcome = CaseOutcomeCodec.Write(outcome);
        Follow(outcome, _isNew ? [] : _followUps ?? await _db.FollowUps.Where(f => f.CaseId == Row.Id).ToListAsync(ct));
        Row.ChangedAt = now;
        Row.Version++;
        return change;
    }

    /// <summary>The course as values.</summary>
    public CaseOutcome Outcome()
    {
        List<Grant> grants = [.. Grants.Select(g => g.Value)];
        List<(int, int?)> goals = [.. Goals.OrderBy(g => g.Number).Select(g => (g.Number, g.Weight))];
        return new CaseOutcome
        {
            Id = Row.Id,
            Municipality = Row.Municipality,
            Instrument = Row.GoalInstrument,
            BirthYear = Row.BirthYear,
            Sex = Row.Sex,
            Household = Row.Household,
            Referral = Row.Referral,
            Condition = Row.Condition,
            Motivation = Row.Motivation,
            NewUser = Row.NewUser,
            StartedOn = Row.StartedOn,
            EndedOn = Row.EndedOn,
            EndReason = Row.EndReason,
            SettingAtEnd = Row.Setting,
            SettingAt91Days = Row.Setting91Days,
            SettingAt12Months = Row.Setting12Months,
            Goals = [.. Goals.OrderBy(g => g.Number).Select(g => new GoalPlan(g.Number, g.Domain))],
            Steps = GrantSteps.Steps(grants, GrantedServices.Headline),
            EstimatedHours = grants.Exists(g => g.IsEstimate) ? grants.Where(g => g.IsEstimate && GrantedServices.Headline.Contains(g.Service, StringComparer.Ordinal)).Sum(g => g.HoursPerWeek) : null,
            Input = [.. Input.Select(i => i.Value)],
            Points = [.. Measurements.OrderBy(m => m.Point).Select(m => MeasurementAnswers.Score(m.Point, m.Status, m.MeasuredOn, At(m.Point), goals, HoursAt(m, grants)))],
        };
    }

    internal static SortedDictionary<string, string> Answers(string json) =>
        JsonSerializer.Deserialize<SortedDictionary<string, string>>(json) is { } read ? new SortedDictionary<string, string>(read, StringComparer.Ordinal) : new(StringComparer.Ordinal);

    /// <summary>At the start what was granted that day; later on the day of the measurement, or when it was due.</summary>
    private IReadOnlyList<ServiceHours> HoursAt(MeasurementRow measurement, List<Grant> grants) => GrantSteps.On(
        grants,
        measurement.Point is MeasurementPoint.Start ? Row.StartedOn
            : measurement.MeasuredOn ?? _windows.FirstOrDefault(w => w.Point == measurement.Point)?.Due(Row.StartedOn) ?? Row.StartedOn);

    /// <summary>What is registered, or no longer due, is not waited for.</summary>
    private void Follow(CaseOutcome outcome, List<FollowUpRow> rows)
    {
        foreach (var window in _windows.Select(w => w.In(Row.StartedOn)))
        {
            var waits = outcome.State(window, window.Opens) is not (PointState.Done or PointState.Missing or PointState.NoLongerDue);
            if (!waits)
            {
                Prune(rows, f => f.Point == window.Point);
                continue;
            }

            var row = Find(rows, f => f.Point == window.Point, () => new FollowUpRow { Municipality = Row.Municipality, CaseId = Row.Id, Point = window.Point });
            (row.Network, row.Opens, row.Due, row.Closes) = (Row.Network, window.Opens, window.Due, window.Closes);
        }
    }

    private void SetAnswer(MeasurementPoint point, string item, string? value)
    {
        var row = Find(Measurements, m => m.Point == point, () => new MeasurementRow { Municipality = Row.Municipality, CaseId = Row.Id, Point = point });
        if (!_answers.TryGetValue(point, out var answers))
        {
            _answers[point] = answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        if (item is MeasurementItems.Status && value is null)
        {
            Measurements.Remove(row);
            _answers.Remove(point);
            _db.Remove(row);
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

    private T Find<T>(List<T> rows, Func<T, bool> isIt, Func<T> make)
        where T : class
    {
        var row = rows.Find(r => isIt(r));
        if (row is null)
        {
            row = make();
            rows.Add(row);
            _db.Add(row);
        }

        return row;
    }

    private void Prune<T>(List<T> rows, Predicate<T> isEmpty)
        where T : class
    {
        _db.RemoveRange(rows.FindAll(isEmpty));
        rows.RemoveAll(isEmpty);
    }
}
