using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Statistics;

namespace Mestring.Web.Comparison;

/// <summary>The parts that courses fall into. In each sorting every course is in one part, or takes no part at all.</summary>
internal static class Sorting
{
    /// <summary>Completed, under way, broken off, died.</summary>
    public static int? Course(CaseOutcome course) => course.EndReason switch
    {
        null => 1,
        EndReason.Died => 3,
        { } reason when reason.IsCompleted() => 0,
        _ => 2,
    };

    /// <summary>Important change for the better, little or none, as much for the worse; those without both measurements take no part.</summary>
    public static Func<CaseOutcome, int?> Important(Outcome outcome, MeasurementPoint point, double threshold) => course =>
        course.Between(outcome, MeasurementPoint.Start, point).Change switch
        {
            null => null,
            { } change when change >= threshold => 0,
            { } change when -change >= threshold => 2,
            _ => 1,
        };

    /// <summary>What became of granted hours: fewer, none left, as many, more; and apart from these those who died, live in an institution, or moved out.</summary>
    public static IReadOnlyList<string> HoursParts { get; } = ["fewer", "none", "same", "more", "died", "institution", "moved"];

    /// <summary>Which of <see cref="HoursParts"/> a course falls into once the day it is due has come.</summary>
    public static Func<CaseOutcome, int?> Hours(FollowUpWindow window, DateOnly today) => course =>
        course.Between(Outcome.HeadlineHours, MeasurementPoint.Start, window.Point) is not { Before: { } before } pair ? null
        : window.In(course.StartedOn) is var days && FreedHours.LeftBy(course, days) is { } left ? days.Due > today ? null : left switch
        {
            FreedState.Died => 4,
            FreedState.Institution => 5,
            _ => 6,
        }
        : pair switch
        {
            { Change: null } => null,
            { Change: < 0, After: 0 } => 1,
            { Change: < 0 } => 0,
            { Change: > 0 } => 3,
            _ => 2,
        };

    /// <summary>Bands of change in hours a week, fewest first: more than 8 fewer, 4 to 8, 2 to 4, up to 2 fewer; as many; the same upwards, 4 or more last.</summary>
    public static IReadOnlyList<string> HoursBands { get; } = ["fewer-8", "fewer-4", "fewer-2", "fewer-0", "same", "more-0", "more-2", "more-4"];

    /// <summary>Which of <see cref="HoursBands"/> a course falls into; an end belongs to the band farther from 0.</summary>
    public static Func<CaseOutcome, int?> HoursBand(FollowUpWindow window) => course =>
        course.Between(Outcome.HeadlineHours, MeasurementPoint.Start, window.Point).Change switch
        {
            null => null,
            _ when FreedHours.LeftBy(course, window.In(course.StartedOn)) is not null => null,
            <= -8 => 0,
            <= -4 => 1,
            <= -2 => 2,
            < 0 => 3,
            0 => 4,
            < 2 => 5,
            < 4 => 6,
            _ => 7,
        };

    /// <summary>The answer about the service, lowest first, and last those who were measured and did not answer.</summary>
    public static Func<CaseOutcome, int?> Answer(MeasurementPoint point, int answers) => course =>
        course.At(point) is { Status: MeasurementStatus.Done } done ? done.Satisfaction is { } answer ? answer.Points - 1 : answers : null;

    /// <summary>Who wrote the answer about the service down, or nobody said; those without an answer take no part.</summary>
    /// <param name="point">The point.</param>
    /// <param name="helps">How many kinds of help there are.</param>
    public static Func<CaseOutcome, int?> Help(MeasurementPoint point, int helps) => course =>
        course.At(point) is { Status: MeasurementStatus.Done, Satisfaction: not null } done ? (int?)done.SatisfactionBy ?? helps : null;

    /// <summary>The share that is in one of the first parts; null for nobody.</summary>
    public static Proportion? Share(IReadOnlyList<int> parts, params ReadOnlySpan<int> which)
    {
        var (some, all) = (0, parts.Sum());
        foreach (var at in which)
        {
            some += parts[at];
        }

        return all == 0 ? null : new Proportion(some, all);
    }
}
