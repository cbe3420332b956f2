namespace Mestring.Core.Networks;

/// <summary>When a gathering is: exact days, or only the months it will be in.</summary>
/// <param name="First">The first day; the first day of the first month when only months are known.</param>
/// <param name="Last">The last day, included; the last day of the last month when only months are known.</param>
/// <param name="MonthsOnly">Whether only the months are known.</param>
public sealed record GatheringDates(DateOnly First, DateOnly Last, bool MonthsOnly);
