namespace Mestring.Core;

/// <summary>The time of Norway, which dates and gatherings are kept in.</summary>
public static class NorwegianTime
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    /// <summary>What the clock shows in Norway at an instant.</summary>
    public static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Oslo).DateTime;
}
