namespace Mestring.Web.Design;

/// <summary>Norwegian local time: gatherings and deadlines are kept in it, instants are shown in it.</summary>
public static class Clock
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    public static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Oslo).DateTime;

    /// <summary>The date it is now in Norway.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(Local(clock.GetUtcNow()));
}
