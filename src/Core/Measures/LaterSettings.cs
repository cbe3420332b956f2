namespace Mestring.Core.Measures;

/// <summary>The two days after the start on which it is asked where the person lives, and what the answers say of death.</summary>
public static class LaterSettings
{
    /// <summary>Days from the start to the first of the two.</summary>
    public const int Days = 91;

    /// <summary>Months from the start to the second.</summary>
    public const int Months = 12;

    /// <summary>The day 91 days after the start.</summary>
    public static DateOnly After91Days(DateOnly started) => started.AddDays(Days);

    /// <summary>The day 12 months after the start.</summary>
    public static DateOnly After12Months(DateOnly started) => started.AddMonths(Months);

    /// <summary>The first day on which the person is known to have been dead, by where the person is said to be; null when no answer says so.</summary>
    /// <param name="started">The first day of the course.</param>
    /// <param name="ended">The last day, or null.</param>
    /// <param name="atEnd">Where the person was when the course ended.</param>
    /// <param name="at91Days">Where the person was 91 days after the start.</param>
    /// <param name="at12Months">Where the person was 12 months after the start.</param>
    public static DateOnly? KnownDead(DateOnly started, DateOnly? ended, Setting? atEnd, Setting? at91Days, Setting? at12Months)
    {
        DateOnly? first = at91Days is Setting.Died ? After91Days(started) : at12Months is Setting.Died ? After12Months(started) : null;
        return atEnd is Setting.Died && ended is { } last && !(first < last) ? last : first;
    }
}
