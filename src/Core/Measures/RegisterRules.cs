using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>Checks over all courses of a municipality at once: what no single course can show.</summary>
public static class RegisterRules
{
    /// <summary>The part of one person's follow-ups that may be exactly as at the start.</summary>
    public const double MostCopied = 0.3;

    /// <summary>Fewest equal follow-ups that are noticed: one or two are chance.</summary>
    public const int FewestCopied = 3;

    /// <summary>Fewest answers that must all be the same before it is noticed.</summary>
    public const int FewestAlike = 5;

    /// <summary>More than 30 % of one person's courses have exactly the same values at the start and at ten weeks.</summary>
    public const string CopiedValues = "copied-values";

    /// <summary>All users of one person gave the service the same number.</summary>
    public const string SatisfactionAlike = "satisfaction-alike";

    /// <summary>Less than 60 % of what is due at a point is done.</summary>
    public const string TooIncomplete = "too-incomplete";

    /// <summary>Every id.</summary>
    public static IReadOnlyList<string> Ids { get; } = [CopiedValues, SatisfactionAlike, TooIncomplete];

    /// <summary>Everything there is to notice about a municipality's courses; all of them warnings.</summary>
    /// <param name="courses">All its courses in one network.</param>
    public static IReadOnlyList<RuleFinding> Check(IReadOnlyList<CaseValues> courses)
    {
        ArgumentNullException.ThrowIfNull(courses);
        return [.. Copied(courses), .. Alike(courses), .. Incomplete(courses)];
    }

    /// <summary>How complete the measurements of one point are.</summary>
    public static Completeness CompletenessAt(IEnumerable<CaseValues> courses, MeasurementPoint point)
    {
        ArgumentNullException.ThrowIfNull(courses);
        var counts = default(Completeness);
        foreach (var course in courses)
        {
            foreach (var window in course.Windows)
            {
                counts = window.Point == point ? counts.With(window.State(course.Status(point), course.Ended, course.EndReason, course.Today)) : counts;
            }
        }

        return counts;
    }

    private static IEnumerable<RuleFinding> Copied(IReadOnlyList<CaseValues> courses) =>
        from person in ByResponsible(courses.Where(c => c.IsDone(MeasurementPoint.Start) && c.IsDone(MeasurementPoint.Weeks10)))
        let equal = person.Count(IsCopied)
        let all = person.Count()
        where equal >= FewestCopied && equal > MostCopied * all
        select new RuleFinding(CopiedValues, RuleSeverity.Warning, "responsible", [person.Key, Machine(equal), Machine(all)]);

    private static IEnumerable<RuleFinding> Alike(IReadOnlyList<CaseValues> courses) =>
        from person in ByResponsible(courses)
        let answers = person.SelectMany(Satisfied).ToList()
        where answers.Count >= FewestAlike && answers.TrueForAll(answer => string.Equals(answer, answers[0], StringComparison.Ordinal))
        select new RuleFinding(SatisfactionAlike, RuleSeverity.Warning, "responsible", [person.Key, Machine(answers.Count), answers[0]]);

    private static IEnumerable<IGrouping<string, CaseValues>> ByResponsible(IEnumerable<CaseValues> courses) =>
        courses.Where(c => c.Text("responsible") is not null).GroupBy(c => c.Text("responsible")!, StringComparer.Ordinal);

    private static IEnumerable<string> Satisfied(CaseValues course) =>
        course.Points.Select(point => course.Text(CaseFields.Path(point, MeasurementItems.Satisfaction))).OfType<string>();

    private static IEnumerable<RuleFinding> Incomplete(IReadOnlyList<CaseValues> courses) =>
        from point in Enum.GetValues<MeasurementPoint>()
        let counts = CompletenessAt(courses, point)
        where counts.Due > 0 && !counts.IsEnough
        select new RuleFinding(TooIncomplete, RuleSeverity.Warning, point.Name(), [Machine(counts.Done), Machine(counts.Due)]);

    /// <summary>Every value that stands at both points is the same, and there are at least two of them.</summary>
    private static bool IsCopied(CaseValues course)
    {
        var (before, after) = (course.Answers(MeasurementPoint.Start), course.Answers(MeasurementPoint.Weeks10));
        var twice = before.Where(b => IsMeasured(b) && after.TryGetValue(b.Key, out var later) && !NotDone.IsReason(later)).ToList();
        return twice.Count > 1 && twice.All(b => string.Equals(b.Value, after[b.Key], StringComparison.Ordinal));
    }

    /// <summary>Length of the walk, aid, day and status are the same by nature.</summary>
    private static bool IsMeasured(KeyValuePair<string, string> answer) =>
        !NotDone.IsReason(answer.Value) && answer.Key is not (MeasurementItems.Status or MeasurementItems.On or MeasurementItems.Answered or MeasurementItems.TugAid or "sppb.course");

    private static string Machine(int number) => number.ToString(CultureInfo.InvariantCulture);
}
