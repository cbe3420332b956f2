using Mestring.Core.Measures;
using Mestring.Core.Statistics;

namespace Mestring.Web.Comparison;

/// <summary>The parts that courses fall into. In each sorting every course is in one part, or takes no part at all.</summary>
internal static class Sorting
{
    /// <summary>Completed, under way, broken off.</summary>
    public static int? Course(CaseOutcome course) => course.EndReason switch
    {
        null => 1,
        { } reason when reason.IsCompleted() => 0,
        _ => 2,
    };

    /// <summary>Completed, under way, broken off, died.</summary>
    public static int? CourseWithDeaths(CaseOutcome course) => course.EndReason is EndReason.Died ? 3 : Course(course);

    /// <summary>Important change for the better, little or none, as much for the worse; those without both measurements take no part.</summary>
    public static Func<CaseOutcome, int?> Important(Outcome outcome, MeasurementPoint point, double threshold) => course =>
        course.Between(outcome, MeasurementPoint.Start, point).Change switch
        {
            null => null,
            { } change when change >= threshold => 0,
            { } change when -change >= threshold => 2,
            _ => 1,
        };

    /// <summary>Fewer hours, as many, more.</summary>
    public static Func<CaseOutcome, int?> Hours(MeasurementPoint point) => course =>
        course.Between(Outcome.HeadlineHours, MeasurementPoint.Start, point).Change switch
        {
            null => null,
            < 0 => 0,
            > 0 => 2,
            _ => 1,
        };

    /// <summary>Bands of change in hours a week, fewest first: more than 8 fewer, 4 to 8, 2 to 4, up to 2 fewer; as many; the same upwards, 4 or more last.</summary>
    public static IReadOnlyList<string> HoursBands { get; } = ["fewer-8", "fewer-4", "fewer-2", "fewer-0", "same", "more-0", "more-2", "more-4"];

    /// <summary>Which of <see cref="HoursBands"/> a course falls into; an end belongs to the band farther from 0.</summary>
    public static Func<CaseOutcome, int?> HoursBand(MeasurementPoint point) => course =>
        course.Between(Outcome.HeadlineHours, MeasurementPoint.Start, point).Change switch
        {
            null => null,
            <= -8 => 0,
            <= -4 => 1,
            <= -2 => 2,
            < 0 => 3,
            0 => 4,
            < 2 => 5,
            < 4 => 6,
            _ => 7,
        };

    /// <summary>The answer about the service, lowest first.</summary>
    public static Func<CaseOutcome, int?> Answer(MeasurementPoint point) => course => (int?)course.Value(Outcome.ServiceSatisfaction, point) - 1;

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
