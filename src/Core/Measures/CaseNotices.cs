namespace Mestring.Core.Measures;

/// <summary>The checks that warn and do not refuse.</summary>
public static class CaseNotices
{
    /// <summary>Youngest age that is taken at all.</summary>
    public const int AdultAge = 18;

    /// <summary>Under this age a course is rare.</summary>
    public const int UsualAge = 50;

    private const int WeeksToFirstGoal = 2;
    private const int LongestWeeks = 20;

    /// <summary>Everything worth a second look in one course.</summary>
    /// <param name="course">The course.</param>
    /// <param name="goals">How many goals it has.</param>
    /// <param name="windows">The windows of its points.</param>
    /// <param name="today">The day it is asked on.</param>
    /// <returns>About the course first, then point by point.</returns>
    public static IReadOnlyList<NoticedAt> Of(CaseOutcome course, int goals, IReadOnlyList<MeasurementWindow> windows, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(course);
        return
        [
            .. About(course, goals, today).Select(notice => new NoticedAt(notice, null)),
            .. course.Points.SelectMany(point => About(course, point, windows).Select(notice => new NoticedAt(notice, point.Point))),
        ];
    }

    private static IEnumerable<CaseNotice> About(CaseOutcome course, int goals, DateOnly today)
    {
        if (course.StartedOn.Year - course.BirthYear < UsualAge)
        {
            yield return CaseNotice.Young;
        }

        if (goals == 0 && today >= course.StartedOn.AddDays(7 * WeeksToFirstGoal))
        {
            yield return CaseNotice.NoGoals;
        }

        if (course.EndedOn is not { } ended)
        {
            yield break;
        }

        if (ended < course.StartedOn.AddDays(7))
        {
            yield return CaseNotice.TooShort;
        }

        if (ended > course.StartedOn.AddDays(7 * LongestWeeks))
        {
            yield return CaseNotice.TooLong;
        }
    }

    private static IEnumerable<CaseNotice> About(CaseOutcome course, MeasuredPoint point, IReadOnlyList<MeasurementWindow> windows)
    {
        if (point.On is { } day && windows.Any(w => w.Point == point.Point && !w.Contains(day)))
        {
            yield return CaseNotice.OutsideWindow;
        }

        if (point.Hours.Sum(h => h.HoursPerWeek) > GrantedServices.UnusualHours)
        {
            yield return CaseNotice.ManyHours;
        }

        if (point.Point is not MeasurementPoint.Start && IsCopied(course.At(MeasurementPoint.Start), point))
        {
            yield return CaseNotice.SameAsStart;
        }
    }

    /// <summary>One goal that stayed as it was is nothing to notice; two or more, all alike, are.</summary>
    private static bool IsCopied(MeasuredPoint? start, MeasuredPoint point)
    {
        var before = start?.Ratings.Where(r => r.Performance is not null).OrderBy(r => r.Goal).ToList() ?? [];
        return before.Count > 1 && before.SequenceEqual(point.Ratings.Where(r => r.Performance is not null).OrderBy(r => r.Goal));
    }
}
