namespace Mestring.Web.Design;

/// <summary>Norwegian local time: gatherings and deadlines are kept in it, instants are shown in it.</summary>
public static class Clock
{
    public static DateTime Local(DateTimeOffset instant) => NorwegianTime.Local(instant);

    /// <summary>The date it is now in Norway.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(Local(clock.GetUtcNow()));
}
