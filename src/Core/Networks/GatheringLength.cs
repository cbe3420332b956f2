namespace Mestring.Core.Networks;

/// <summary>How long a gathering lasts, in days; halves count, and the two may be the same.</summary>
/// <param name="Min">At least; above 0.</param>
/// <param name="Max">At most; not below <paramref name="Min"/>.</param>
public sealed record GatheringLength(decimal Min, decimal Max)
{
    /// <summary>Days it takes in a calendar: half a day takes one.</summary>
    public int CalendarDays => (int)Math.Ceiling(Max);
}
