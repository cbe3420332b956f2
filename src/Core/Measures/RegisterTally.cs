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
    /// <param name="course">The course.</param>
    /// <param name="savedBy">Who was the last to save what is registered at a point; null when nobody knows.</param>
    public void Add(CaseValues course, Func<MeasurementPoint, string?> savedBy)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(savedBy);
        foreach (var window in course.Windows)
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_points, window.Point, out _);
            counts = counts.With(window.State(course.Registered(window.Point), course.Ended, course.EndReason, course.KnownDead, course.Today));
        }

        if (course.IsDone(MeasurementPoint.Start) && course.IsDone(MeasurementPoint.Weeks10) && PersonOf(savedBy(MeasurementPoint.Weeks10)) is { } follower)
        {
            follower.Followed++;
            follower.Copied += IsCopied(course) ? 1 : 0;
        }

        foreach (var point in course.Points)
        {
            if (course.Text(point, MeasurementItems.Satisfaction) is { } answer && PersonOf(savedBy(point)) is { } person)
            {
                person.Answers++;
                person.Answer ??= answer;
                person.IsAlike &= string.Equals(answer, person.Answer, StringComparison.Ordinal);
            }
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

    private Person? PersonOf(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        if (!_people.TryGetValue(name, out var person))
        {
            _people[name] = person = new Person();
        }

        return person;
    }

    /// <summary>Every value that stands at both points is the same, and there are at least two of them.</summary>
    private static bool IsCopied(CaseValues course)
    {
        var (before, after) = (course.Answers(MeasurementPoint.Start), course.Answers(MeasurementPoint.Weeks10));
        var otherCourse = !string.Equals(before.GetValueOrDefault(MeasurementItems.Sppb("course")), after.GetValueOrDefault(MeasurementItems.Sppb("course")), StringComparison.Ordinal);
        var twice = before.Where(b => IsMeasured(b) && !(otherCourse && IsWalk(b.Key)) && after.TryGetValue(b.Key, out var later) && !NotDone.IsReason(later)).ToList();
        return twice.Count > 1 && twice.TrueForAll(b => string.Equals(b.Value, after[b.Key], StringComparison.Ordinal));
    }

    /// <summary>Length of the walk, aid, day and status are the same by nature.</summary>
    private static bool IsMeasured(KeyValuePair<string, string> answer) =>
        !NotDone.IsReason(answer.Value) && answer.Key is not (MeasurementItems.Status or MeasurementItems.On or MeasurementItems.Answered or MeasurementItems.Asked or MeasurementItems.TugAid or "sppb.course" or MeasurementItems.SatisfactionBy);

    /// <summary>Times over courses of different lengths are never compared.</summary>
    private static bool IsWalk(string item) => item is "sppb.walk1" or "sppb.walk2";

    private static string Machine(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What one person was the last to save.</summary>
    private sealed class Person
    {
        public int Followed { get; set; }

        public int Copied { get; set; }

        public int Answers { get; set; }

        public string? Answer { get; set; }

        public bool IsAlike { get; set; } = true;
    }
}
