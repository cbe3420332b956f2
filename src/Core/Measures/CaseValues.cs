using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>The values of one course as rules read them: text by path, read as what it should be. What cannot be read is null, as if it were not there.</summary>
public sealed class CaseValues
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 9000;
    private static readonly MeasurementPoint[] Four = Enum.GetValues<MeasurementPoint>();
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly Func<DateOnly, IReadOnlyList<MeasurementWindow>> _windowsOf;
    private readonly Dictionary<string, string>?[] _answers = new Dictionary<string, string>?[Four.Length];
    private readonly MeasurementStatus?[] _statuses = new MeasurementStatus?[Four.Length];
    private readonly DateOnly?[] _days = new DateOnly?[Four.Length];
    private readonly Dictionary<string, Grant?> _grants = new(StringComparer.Ordinal);
    private IReadOnlyList<MeasurementWindow>? _windows;

    /// <param name="fields">Text by path, as <see cref="CaseFields"/> names them; read once, here.</param>
    /// <param name="windows">The windows of a course that starts on a day.</param>
    /// <param name="today">The day the rules are asked on.</param>
    public CaseValues(IReadOnlyDictionary<string, string> fields, Func<DateOnly, IReadOnlyList<MeasurementWindow>> windows, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(windows);
        (Fields, _windowsOf, Today) = (fields, windows, today);
        var grants = new List<string>();
        foreach (var (path, text) in fields)
        {
            if (path.StartsWith("grant.", StringComparison.Ordinal))
            {
                var id = path.Split('.')[1];
                if (!grants.Contains(id, StringComparer.Ordinal))
                {
                    grants.Add(id);
                }
            }
            else if (CaseFields.PointOf(path) is { } point)
            {
                (_answers[(int)point] ??= new Dictionary<string, string>(StringComparer.Ordinal))[CaseFields.ItemOf(path, point)] = text;
            }
        }

        grants.Sort(StringComparer.Ordinal);
        Grants = grants;
        (Started, Ended, EndReason) = (Day("started-on"), Day("ended-on"), Code<EndReason>("end-reason"));
        KnownDead = Started is { } started && started.Year is >= EarliestYear and <= LatestYear
            ? LaterSettings.KnownDead(started, Ended, Code<Setting>("setting"), Code<Setting>("setting-91-days"), Code<Setting>("setting-12-months"))
            : null;
        foreach (var point in Four)
        {
            _statuses[(int)point] = Code<MeasurementStatus>(CaseFields.Path(point, MeasurementItems.Status));
            _days[(int)point] = Day(CaseFields.Path(point, MeasurementItems.On));
        }

        foreach (var id in grants)
        {
            _grants[id] = ReadGrant(id);
        }

        Points = Array.FindAll(Four, p => Answers(p).ContainsKey(MeasurementItems.Status));
    }

    /// <summary>Every value, by path.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>The day the rules are asked on.</summary>
    public DateOnly Today { get; }

    /// <summary>The ids of the decisions.</summary>
    public IReadOnlyList<string> Grants { get; }

    /// <summary>The points something is registered at.</summary>
    public IReadOnlyList<MeasurementPoint> Points { get; }

    /// <summary>The first day.</summary>
    public DateOnly? Started { get; }

    /// <summary>The last day.</summary>
    public DateOnly? Ended { get; }

    /// <summary>Why it ended.</summary>
    public EndReason? EndReason { get; }

    /// <summary>The first day on which the person is known to have been dead by where the person is said to be; null when no setting says so.</summary>
    public DateOnly? KnownDead { get; }

    /// <summary>The day the person died, where that ended the course; else the first day the person is known to have been dead.</summary>
    public DateOnly? Died => EndReason is Measures.EndReason.Died ? Ended : KnownDead;

    /// <summary>The windows of the course; none while the first day is not known or is no day of our time.</summary>
    public IReadOnlyList<MeasurementWindow> Windows => _windows ??= Started is { Year: >= EarliestYear and <= LatestYear } started ? _windowsOf(started) : [];

    /// <summary>The text at a path; null when there is none, or a reason instead of a value.</summary>
    public string? Text(string path) => Fields.TryGetValue(path, out var text) && !NotDone.IsReason(text) ? text : null;

    /// <summary>A number; null when it is not one.</summary>
    public decimal? Number(string path) =>
        decimal.TryParse(Text(path), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A day; null when it is not one.</summary>
    public DateOnly? Day(string path) => DateOnly.TryParseExact(Text(path), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A code; null when it is not one of the list.</summary>
    public T? Code<T>(string path)
        where T : struct, Enum => Text(path) is { } text && Enum.TryParse<T>(text, out var code) && Enum.IsDefined(code) ? code : null;

    /// <summary>A number of a measurement.</summary>
    public decimal? Number(MeasurementPoint point, string item) => Text(point, item) is { } text
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text of an item of a measurement; null when there is none, or a reason instead of a value.</summary>
    public string? Text(MeasurementPoint point, string item) => (_answers[(int)point] ?? Nothing).TryGetValue(item, out var text) && !NotDone.IsReason(text) ? text : null;

    /// <summary>The day of a measurement.</summary>
    public DateOnly? On(MeasurementPoint point) => _days[(int)point];

    /// <summary>Whether somebody was measured at a point.</summary>
    public bool IsDone(MeasurementPoint point) => Status(point) is MeasurementStatus.Done;

    /// <summary>Whether a measurement is begun and not finished: it counts as not registered.</summary>
    public bool IsBegun(MeasurementPoint point) => IsDone(point) && !Answers(point).ContainsKey(MeasurementItems.Asked);

    /// <summary>What came of a measurement that counts; null when nothing is registered or it is only begun.</summary>
    public MeasurementStatus? Registered(MeasurementPoint point) => IsBegun(point) ? null : Status(point);

    /// <summary>What came of a measurement; null when nothing is registered.</summary>
    public MeasurementStatus? Status(MeasurementPoint point) => _statuses[(int)point];

    /// <summary>Whether there is a goal of this number.</summary>
    public bool HasGoal(int number) => Text(CaseFields.GoalText(number)) is not null;

    /// <summary>What was answered at a point, by item; reasons stand for themselves.</summary>
    public IReadOnlyDictionary<string, string> Answers(MeasurementPoint point) => _answers[(int)point] ?? Nothing;

    /// <summary>A decision; null when its service, amount or first day cannot be read.</summary>
    public Grant? Grant(string id) => _grants.GetValueOrDefault(id);

    private Grant? ReadGrant(string id) =>
        Text($"grant.{id}.service") is { } service && Number($"grant.{id}.amount") is { } amount && Day($"grant.{id}.from") is { } from
            ? new Grant(service, GrantSteps.PerWeek((double)amount, Code<GrantUnit>($"grant.{id}.unit") ?? GrantUnit.Week), from, Day($"grant.{id}.to"), Text($"grant.{id}.estimate") is "yes")
            : null;
}
