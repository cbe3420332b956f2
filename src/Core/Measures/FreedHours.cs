namespace Mestring.Core.Measures;

/// <summary>
/// Granted hours that one course freed in its first year: capacity for others, and never a saving, which only a budget decision makes.
/// </summary>
/// <param name="State">Whether it can be counted.</param>
/// <param name="IsEstimate">Whether the hours before are what somebody judged that a new user would have been granted; never pooled with decisions.</param>
/// <param name="Before">Headline hours a week on the first day of the course; null when not known.</param>
/// <param name="AtEnd">Headline hours a week on the day after the last; null when not known.</param>
/// <param name="Hours">Hours freed, all observed weeks together; below 0 when more was granted afterwards; 0 unless counted.</param>
/// <param name="PersonWeeks">Weeks observed after the course, in whole days; 0 unless counted.</param>
/// <remarks>
/// The sum, over the days from the one after the course to the end of week 52 from its first day, of (before − in force that day) / 7. A
/// decision holds to its last day; after it nothing is granted, and where nothing says that this was meant, <see cref="RanOut"/> is set. It
/// is cut off at the first of: today, and a move or death at a later point, whose day
/// is not known: then the last point at which the person was known to live at home counts.
/// </remarks>
public readonly record struct FreedHours(FreedState State, bool IsEstimate, double? Before, double? AtEnd, double Hours, double PersonWeeks)
{
    /// <summary>
    /// Whether the hours had ended before the last day observed only because the last decision ran out, with nothing to say that the person
    /// needs no more: then the hours may be freed, or a decision may be missing.
    /// </summary>
    public bool RanOut { get; init; }

    /// <summary>The year in days: 52 weeks.</summary>
    public const int Year = 52 * DaysInWeek;

    private const int DaysInWeek = 7;
    private const int DaysToFirstLook = 91;

    /// <summary>Hours a week fewer than before on the day after the course, above 0 when there are fewer; null when not counted.</summary>
    public double? Reduction => State is FreedState.Counted ? Before - AtEnd : null;

    /// <summary>The hours freed by one course.</summary>
    /// <param name="course">The course.</param>
    /// <param name="today">The day it is asked on; it is not over, so the day before is the last one seen.</param>
    public static FreedHours Of(CaseOutcome course, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(course);
        var before = course.NewUser ? course.EstimatedHours : InForce(course.Steps, course.StartedOn);
        if (course.EndedOn is not { } ended)
        {
            return Not(FreedState.UnderWay);
        }

        if (Ending(course) is { } other)
        {
            return Not(other);
        }

        var from = ended.AddDays(1);
        var year = course.StartedOn.AddDays(Year);
        var until = Earliest(year, today, LastKnownAtHome(course, from));
        if (before is not { } hours || InForce(course.Steps, from) is not { } atEnd)
        {
            return Not(course.NewUser && course.EstimatedHours is null ? FreedState.NewUser : FreedState.NotKnown);
        }

        return from >= year ? Not(FreedState.TooLate)
            : from >= today ? Not(FreedState.UnderWay)
            : until <= from ? Not(Later(course))
            : new FreedHours(FreedState.Counted, course.NewUser, hours, atEnd, Sum(course.Steps, hours, from, until), (double)(until.DayNumber - from.DayNumber) / DaysInWeek)
            {
                RanOut = course.RanOutOn < until && !NeedsNone(course.EndReason, course.SettingAtEnd, course.SettingAt91Days, course.SettingAt12Months),
            };

        FreedHours Not(FreedState state) => new(state, course.NewUser, before, null, 0, 0);
    }

    /// <summary>
    /// Why a person's granted hours at a point say nothing of what the course did: dead, in an institution or moved out by the day of the
    /// measurement, or the day it was due; null for those who are not known to have left home. Such hours are never 0.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="window">The window of the point in that course.</param>
    /// <returns><see cref="FreedState.Died"/>, <see cref="FreedState.Institution"/>, <see cref="FreedState.MovedOut"/> or null.</returns>
    public static FreedState? LeftBy(CaseOutcome course, MeasurementWindow window)
    {
        ArgumentNullException.ThrowIfNull(course);
        var day = course.At(window.Point)?.On ?? window.Due;
        return course.EndedOn <= day && Ending(course) is { } ending ? ending
            : day >= course.StartedOn.AddDays(DaysToFirstLook) && HasLeft(course.SettingAt91Days) ? Gone(course.SettingAt91Days)
            : window.Point is MeasurementPoint.Months12 && HasLeft(course.SettingAt12Months) ? Gone(course.SettingAt12Months)
            : null;
    }

    /// <summary>
    /// Whether it is registered that a person has no granted hours to come: the last setting that tells is at home without service, in
    /// lasting care or dead; or, where none tells, the course ended for such a reason.
    /// </summary>
    internal static bool NeedsNone(EndReason? reason, params ReadOnlySpan<Setting?> settings)
    {
        for (var i = settings.Length - 1; i >= 0; i--)
        {
            if (settings[i] is Setting.HomeWithService)
            {
                return false;
            }

            if (settings[i] is Setting.HomeWithoutService or Setting.LongTermCare or Setting.Died)
            {
                return true;
            }
        }

        return reason is EndReason.NoService or EndReason.OpenOffer or EndReason.Private or EndReason.LongTermService or EndReason.Moved or EndReason.Died;
    }

    /// <summary>What holds on a day; null before the first step.</summary>
    private static double? InForce(IReadOnlyList<HoursStep> steps, DateOnly day)
    {
        double? hours = null;
        foreach (var step in steps)
        {
            if (step.From > day)
            {
                break;
            }

            hours = step.HoursPerWeek;
        }

        return hours;
    }

    private static double Sum(IReadOnlyList<HoursStep> steps, double before, DateOnly from, DateOnly until)
    {
        double sum = 0;
        for (var i = 0; i < steps.Count; i++)
        {
            var first = Math.Max(steps[i].From.DayNumber, from.DayNumber);
            var next = Math.Min(i + 1 < steps.Count ? steps[i + 1].From.DayNumber : int.MaxValue, until.DayNumber);
            sum += next > first ? (before - steps[i].HoursPerWeek) * (next - first) : 0;
        }

        return sum / DaysInWeek;
    }

    private static FreedState? Ending(CaseOutcome course) => (course.EndReason, course.SettingAtEnd) switch
    {
        (EndReason.Died, _) or (_, Setting.Died) => FreedState.Died,
        (_, Setting.LongTermCare) or (EndReason.LongTermService, null or Setting.Unknown) => FreedState.Institution,
        (EndReason.Moved, _) => FreedState.MovedOut,
        _ => null,
    };

    /// <summary>The first day that does not count any more because of where the person was found later.</summary>
    private static DateOnly LastKnownAtHome(CaseOutcome course, DateOnly from) =>
        HasLeft(course.SettingAt91Days) ? from
        : HasLeft(course.SettingAt12Months) ? course.SettingAt91Days is null or Setting.Unknown ? from : Latest(from, course.StartedOn.AddDays(DaysToFirstLook + 1))
        : DateOnly.MaxValue;

    private static bool HasLeft(Setting? setting) => setting is Setting.Died or Setting.LongTermCare;

    private static FreedState Gone(Setting? setting) => setting is Setting.Died ? FreedState.Died : FreedState.Institution;

    private static FreedState Later(CaseOutcome course) => Gone(HasLeft(course.SettingAt91Days) ? course.SettingAt91Days : course.SettingAt12Months);

    private static DateOnly Earliest(DateOnly one, DateOnly other, DateOnly third) => one < other ? one < third ? one : third : other < third ? other : third;

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
