using System.Globalization;
using Mestring.Core.Disclosure;

namespace Mestring.Core.Measures;

/// <summary>
/// The catalogue of checks: the same for what is typed, what is imported and what has stood for years. Limits of single fields are those of
/// <see cref="CaseFields"/>; the rules here look across them.
/// </summary>
public static class CaseRules
{
    /// <summary>Youngest age that is taken at all.</summary>
    public const int AdultAge = 18;

    /// <summary>Under this age a course is rare.</summary>
    public const int UsualAge = 50;

    /// <summary>Weeks until a course without a goal is worth a look.</summary>
    public const int WeeksToFirstGoal = 2;

    /// <summary>Weeks after which a course is unusually long.</summary>
    public const int LongestWeeks = 20;

    private static readonly (string Path, Func<DateOnly, DateOnly> On)[] Settings = [("setting-91-days", LaterSettings.After91Days), ("setting-12-months", LaterSettings.After12Months)];

    /// <summary>Every rule about one course: the course, its goals and measurements, its decisions.</summary>
    public static IReadOnlyList<CaseRule> All { get; } = [.. Course(), .. MeasurementRules.All, .. GrantRules.All, .. ContradictionRules.All];

    /// <summary>Everything the rules find in one course, in the order of the catalogue.</summary>
    public static IReadOnlyList<RuleFinding> Check(CaseValues course) => [.. All.SelectMany(rule => rule.Check(course))];

    /// <summary>
    /// What a change of a course brings that was not there before: what the catalogue finds in the fields as they would be and not in the fields as
    /// they are, and words or an instrument that would change under ratings that stay.
    /// </summary>
    /// <param name="before">The course as it is.</param>
    /// <param name="after">The course as it would be.</param>
    public static IReadOnlyList<RuleFinding> CheckChange(CaseValues before, CaseValues after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = Check(before).Select(Key).ToHashSet(StringComparer.Ordinal);
        return [.. ChangeRules.Check(before, after), .. Check(after).Where(finding => !known.Contains(Key(finding)))];

        static string Key(RuleFinding finding) => $"{finding.Rule} {finding.Path} {string.Join('|', finding.Values)}";
    }

    /// <summary>The rule of an id; null when there is none.</summary>
    public static CaseRule? Find(string id) => All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    internal static CaseRule Error(string id, Func<CaseValues, IReadOnlyList<(string, string[])>> find) => new(id, RuleSeverity.Error, find);

    internal static CaseRule Warning(string id, Func<CaseValues, IReadOnlyList<(string, string[])>> find) => new(id, RuleSeverity.Warning, find);

    /// <summary>One finding where something holds.</summary>
    internal static IReadOnlyList<(string Path, string[] Values)> When(bool broken, string path, params ReadOnlySpan<object?> values)
    {
        if (!broken)
        {
            return [];
        }

        var texts = new string[values.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Machine(values[i]);
        }

        return [(path, texts)];
    }

    /// <summary>What is found in parts of a course, such as its measurements.</summary>
    internal static IReadOnlyList<(string Path, string[] Values)> Each<T>(IReadOnlyList<T> parts, CaseValues course, Func<CaseValues, T, IReadOnlyList<(string, string[])>> find)
    {
        List<(string, string[])>? all = null;
        for (var i = 0; i < parts.Count; i++)
        {
            if (find(course, parts[i]) is { Count: > 0 } found)
            {
                (all ??= []).AddRange(found);
            }
        }

        return all is null ? [] : all;
    }

    private static IEnumerable<CaseRule> Course() =>
    [
        Error("field-unknown", c => [.. c.Fields.Keys.Where(path => CaseFields.Find(path) is null && !IsTotal(path)).Select(path => (path, new[] { path }))]),
        Error("value-out-of-range", c => [.. NotTaken(c).Where(f => IsNumber(f.Field)).Select(f => (f.Field.Path, new[] { f.Value, Machine(f.Field.Min), Machine(f.Field.Max) }))]),
        Error("value-not-taken", c => [.. NotTaken(c).Where(f => !IsNumber(f.Field)).Select(f => (f.Field.Path, new[] { f.Value }))]),
        Error("identity-number", c => [.. c.Fields.Where(f => NationalIdentityNumber.IsIn(f.Value)).Select(f => (f.Key, Array.Empty<string>()))]),
        Error("age-child", c => When(Age(c) < AdultAge, "birth-year", Age(c), AdultAge)),
        Warning("age-unusual", c => When(Age(c) is { } age and >= AdultAge && age < UsualAge, "birth-year", Age(c), UsualAge)),
        Error("end-before-start", c => When(c.Ended < c.Started, "ended-on", c.Ended, c.Started)),
        Error("end-in-future", c => When(c.Ended > c.Today, "ended-on", c.Ended)),
        Error("plan-before-start", c => When(c.Day("planned-end") < c.Started, "planned-end", c.Day("planned-end"), c.Started)),
        Error("end-reason-missing", c => When(c.Ended is not null && c.EndReason is null, "end-reason")),
        Error("end-date-missing", c => When(c.Ended is null && c.EndReason is not null, "ended-on")),
        Warning("course-short", c => When(Length(c) is >= 0 and < 7, "ended-on", Length(c))),
        Warning("course-long", c => When(Length(c) > 7 * LongestWeeks, "ended-on", LongestWeeks)),
        Warning("no-goals", c => When(c.Today.DayNumber - c.Started?.DayNumber >= 7 * WeeksToFirstGoal && !HasGoal(c), "goal1.text", WeeksToFirstGoal)),
        Error("licence-missing", c => When(c.Code<GoalInstrument>("instrument") is GoalInstrument.Copm && c.Text("copm-licence") is not "yes", "copm-licence")),
        Error("setting-after-death", c => Each(
            Settings, c, (_, at) => When(
                c.Windows.Count > 0 && c.Started is { } started && c.Died <= at.On(started) && c.Code<Setting>(at.Path) is { } setting and not Setting.Died and not Setting.Unknown, at.Path, c.Died))),
        Error("death-without-date", c => When(c.Code<Setting>("setting") is Setting.Died && c.EndReason is not null and not EndReason.Died, "end-reason")),
    ];

    private static bool HasGoal(CaseValues course)
    {
        for (var number = 1; number <= CaseFields.MaxGoals; number++)
        {
            if (course.HasGoal(number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Years between birth and start; null when either is missing.</summary>
    private static int? Age(CaseValues course) => course.Number("birth-year") is >= 0 and < 10_000 and var born ? course.Started?.Year - (int)born : null;

    /// <summary>Days from the first to the last; null while one is missing.</summary>
    private static int? Length(CaseValues course) => course.Ended?.DayNumber - course.Started?.DayNumber;

    /// <summary>A total that came along with an import is no field, but the sum is checked.</summary>
    private static bool IsTotal(string path) => path.EndsWith($".{MeasurementRules.SppbTotal}", StringComparison.Ordinal);

    private static IEnumerable<(CaseField Field, string Value)> NotTaken(CaseValues course) =>
        from each in course.Fields
        let field = CaseFields.Find(each.Key)
        where field is not null && !field.Accepts(each.Value)
        select (field with { Path = each.Key }, each.Value);

    private static bool IsNumber(CaseField field) => field.Kind is CaseFieldKind.Whole or CaseFieldKind.Number;

    private static string Machine(object? value) => value switch
    {
        null => string.Empty,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
