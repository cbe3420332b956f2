using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>
/// Every field a course can have, in the order people meet them. History, import and export are all made of these, so that a value has
/// one name wherever it is seen.
/// </summary>
public static class CaseFields
{
    /// <summary>Most goals of a course.</summary>
    public const int MaxGoals = CopmScores.MaxGoals;

    private static readonly string[] Points = [.. Enum.GetNames<MeasurementPoint>().Select(name => name.ToLowerInvariant())];
    private static readonly Dictionary<string, string>[] Paths = [.. Points.Select(point => MeasurementItems.All.ToDictionary(item => item.Path, item => $"{point}.{item.Path}", StringComparer.Ordinal))];
    private static readonly string[] GoalTexts = [.. Enumerable.Range(1, MaxGoals).Select(number => string.Create(CultureInfo.InvariantCulture, $"goal{number}.text"))];
    private static readonly Dictionary<string, CaseField> ByPath = Build();
    private static readonly Dictionary<string, CaseField> OfGrant = Grant("*").ToDictionary(f => f.Item, StringComparer.Ordinal);
    private static readonly Dictionary<string, CaseField> OfInput = Input("*").ToDictionary(f => f.Item, StringComparer.Ordinal);
    private static readonly Dictionary<string, int> Places = ByPath.Keys.Select((path, place) => (path, place)).ToDictionary(p => p.path, p => p.place, StringComparer.Ordinal);

    /// <summary>The person and the course.</summary>
    public static IReadOnlyList<CaseField> Basics { get; } = [.. ByPath.Values.Where(f => f is { Point: null, Goal: null })];

    /// <summary>What is known of goals.</summary>
    public static IReadOnlyList<CaseField> Goals { get; } = [.. ByPath.Values.Where(f => f is { Point: null, Goal: not null })];

    /// <summary>Fields of the parts that come as often as there are any: decisions and weeks of work.</summary>
    public static IReadOnlyList<CaseField> Repeated { get; } = [.. OfGrant.Values, .. OfInput.Values];

    /// <summary>What can be registered at one measurement.</summary>
    public static IReadOnlyList<CaseField> At(MeasurementPoint point) => [.. ByPath.Values.Where(f => f.Point == point)];

    /// <summary>The place of a path among those that come once, in the order people meet them; −1 for the others.</summary>
    public static int Order(string path) => Places.GetValueOrDefault(path, -1);

    /// <summary>The field at a path; null when there is none.</summary>
    /// <param name="path">Such as <c>weeks10.tug</c>, <c>grant.3f2a.hours</c> or <c>input.3.Nurse.direct</c>.</param>
    public static CaseField? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (ByPath.TryGetValue(path, out var field))
        {
            return field;
        }

        var parts = path.Contains('.', StringComparison.Ordinal) ? path.Split('.') : [];
        var found = parts switch
        {
            ["grant", { Length: > 0 }, var item] => OfGrant.GetValueOrDefault(item),
            ["input", var week, var profession, var kind] when IsWeek(week) && Enum.IsDefined(typeof(Profession), profession) => OfInput.GetValueOrDefault(kind),
            _ => null,
        };
        return found is null ? null : found with { Path = path };
    }

    /// <summary>The measurement a path stands in, whether it is a field or not; null for what belongs to the course itself.</summary>
    internal static MeasurementPoint? PointOf(string path)
    {
        if (ByPath.TryGetValue(path, out var field))
        {
            return field.Point;
        }

        var point = Array.FindIndex(Points, name => path.Length > name.Length && path[name.Length] == '.' && path.StartsWith(name, StringComparison.Ordinal));
        return point < 0 ? null : (MeasurementPoint)point;
    }

    /// <summary>What is behind the measurement in a path that stands in one.</summary>
    internal static string ItemOf(string path, MeasurementPoint point) => ByPath.TryGetValue(path, out var field) ? field.Item : path[(point.Name().Length + 1)..];

    /// <summary>The path of a goal's text.</summary>
    internal static string GoalText(int number) => number is >= 1 and <= MaxGoals ? GoalTexts[number - 1] : string.Create(CultureInfo.InvariantCulture, $"goal{number}.text");

    /// <summary>The first part of the paths of one measurement.</summary>
    public static string Name(this MeasurementPoint point) => Points[(int)point];

    /// <summary>The points of an item of a measurement, such as the seconds of a walk: its path.</summary>
    public static string Path(MeasurementPoint point, string item) => Paths[(int)point].TryGetValue(item, out var path) ? path : $"{point.Name()}.{item}";

    private static bool IsWeek(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week is >= 1 and <= WorkInput.LastWeek;

    private static Dictionary<string, CaseField> Build()
    {
        var fields = new List<CaseField>
        {
            Text("pseudonym", 20),
            Whole("birth-year", 1900, 2100),
            Code<Sex>("sex"),
            Code<Household>("household"),
            Code<Referral>("referral"),
            Code<Condition>("condition"),
            new("new-user", CaseFieldKind.YesNo),
            Whole("motivation", 1, 5),
            Whole("falls", 0, 99),
            Text("unit", 60),
            Text("responsible", 80),
            new("started-on", CaseFieldKind.Date),
            new("planned-end", CaseFieldKind.Date),
            new("ended-on", CaseFieldKind.Date),
            Code<EndReason>("end-reason"),
            Code<Setting>("setting"),
            Code<Setting>("setting-91-days"),
            Code<Setting>("setting-12-months"),
            Code<GoalInstrument>("instrument"),
            new("copm-licence", CaseFieldKind.YesNo),
        };
        for (var number = 1; number <= MaxGoals; number++)
        {
            fields.AddRange(Of($"goal{number}", number, [Text("text", 120) with { IsFreeText = true }, Code<GoalDomain>("domain"), Whole("weight", 1, 10)]));
        }

        foreach (var point in Enum.GetValues<MeasurementPoint>())
        {
            fields.AddRange(MeasurementItems.All.Select(item => item with { Path = Path(point, item.Path), Item = item.Path, Point = point }));
        }

        return fields.ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    private static IEnumerable<CaseField> Of(string prefix, int goal, IEnumerable<CaseField> fields) =>
        fields.Select(f => f with { Path = $"{prefix}.{f.Path}", Item = f.Path, Name = $"goal.{f.Name}", Goal = goal });

    private static IEnumerable<CaseField> Grant(string id) => new[]
    {
        Part(new CaseField("service", CaseFieldKind.Code) { Codes = [.. GrantedServices.Headline, .. GrantedServices.Others] }),
        Part(new CaseField("amount", CaseFieldKind.Number) { Max = 4 * 168m }),
        Part(Code<GrantUnit>("unit")),
        Part(new CaseField("from", CaseFieldKind.Date)),
        Part(new CaseField("to", CaseFieldKind.Date)),
        Part(new CaseField("estimate", CaseFieldKind.YesNo)),
    }.Select(f => f with { Path = $"grant.{id}.{f.Path}", Item = f.Path });

    private static CaseField Part(CaseField field) => field with { Name = $"grant.{field.Name}" };

    private static IEnumerable<CaseField> Input(string where) => Enum.GetNames<WorkKind>().Select(kind => kind.ToLowerInvariant())
        .Select(kind => Whole($"input.{where}.{kind}", 0, WorkInput.MaxMinutes) with { Item = kind, Name = $"input.{kind}" });

    internal static CaseField Text(string path, int longest) => new(path, CaseFieldKind.Text) { Max = longest };

    internal static CaseField Whole(string path, int min, int max) => new(path, CaseFieldKind.Whole) { Min = min, Max = max };

    internal static CaseField Code<T>(string path)
        where T : struct, Enum => new(path, CaseFieldKind.Code) { Codes = Enum.GetNames<T>() };
}
