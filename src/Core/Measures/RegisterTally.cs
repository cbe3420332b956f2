using System.Globalization;
using System.Runtime.InteropServices;

namespace Mestring.Core.Measures;

/// <summary>What the rules over all courses of a municipality count, one course at a time, so that no number of courses is too many.</summary>
public sealed class RegisterTally
{
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<MeasurementPoint, Completeness> _points = [];

    /// <summary>How complete the measurements of one point are.</summary>
    public Completeness At(MeasurementPoint point) => _points.GetValueOrDefault(point);

    /// <summary>Counts one more course.</summary>
    public void Add(CaseValues course)
    {
        ArgumentNullException.ThrowIfNull(course);
        foreach (var window in course.Windows)
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_points, window.Point, out _);
            counts = counts.With(window.State(course.Status(window.Point), course.Ended, course.EndReason, course.Today));
        }

        if (course.Text("responsible") is not { } name)
        {
            return;
        }

        if (!_people.TryGetValue(name, out var person))
        {
            _people[name] = person = new Person();
        }

        if (course.IsDone(MeasurementPoint.Start) && course.IsDone(MeasurementPoint.Weeks10))
        {
            person.Followed++;
            person.Copied += IsCopied(course) ? 1 : 0;
        }

        foreach (var answer in course.Points.Select(point => course.Text(CaseFields.Path(point, MeasurementItems.Satisfaction))).OfType<string>())
        {
            person.Answers++;
            person.Answer ??= answer;
            person.IsAlike &= string.Equals(answer, person.Answer, StringComparison.Ordinal);
        }
    }

    /// <summary>Everything there is to notice about the courses together; all of them warnings.</summary>
    public IReadOnlyList<RuleFinding> Findings() =>
    [
        .. from p in _people
           where p.Value.Copied >= RegisterRules.FewestCopied && p.Value.Copied > RegisterRules.MostCopied * p.Value.Followed
           select new RuleFinding(RegisterRules.CopiedValues, RuleSeverity.Warning, "responsible", [p.Key, Machine(p.Value.Copied), Machine(p.Value.Followed)]),
        .. from p in _people
           where p.Value.Answers >= RegisterRules.FewestAlike && p.Value.IsAlike
           select new RuleFinding(RegisterRules.SatisfactionAlike, RuleSeverity.Warning, "responsible", [p.Key, Machine(p.Value.Answers), p.Value.Answer!]),
        .. from point in _points.OrderBy(p => p.Key)
           where point.Value is { Due: > 0, IsEnough: false }
           select new RuleFinding(RegisterRules.TooIncomplete, RuleSeverity.Warning, point.Key.Name(), [Machine(point.Value.Done), Machine(point.Value.Due)]),
    ];

    /// <summary>Every value that stands at both points is the same, and there are at least two of them.</summary>
    private static bool IsCopied(CaseValues course)
    {
        var (before, after) = (course.Answers(MeasurementPoint.Start), course.Answers(MeasurementPoint.Weeks10));
        var twice = before.Where(b => IsMeasured(b) && after.TryGetValue(b.Key, out var later) && !NotDone.IsReason(later)).ToList();
        return twice.Count > 1 && twice.TrueForAll(b => string.Equals(b.Value, after[b.Key], StringComparison.Ordinal));
    }

    /// <summary>Length of the walk, aid, day and status are the same by nature.</summary>
    private static bool IsMeasured(KeyValuePair<string, string> answer) =>
        !NotDone.IsReason(answer.Value) && answer.Key is not (MeasurementItems.Status or MeasurementItems.On or MeasurementItems.Answered or MeasurementItems.TugAid or "sppb.course");

    private static string Machine(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The courses one person is responsible for.</summary>
    private sealed class Person
    {
        public int Followed { get; set; }

        public int Copied { get; set; }

        public int Answers { get; set; }

        public string? Answer { get; set; }

        public bool IsAlike { get; set; } = true;
    }
}
