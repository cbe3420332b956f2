namespace Mestring.Core.Networks;

/// <summary>An assignment of a run with its deadline.</summary>
/// <param name="Assignment">From the programme.</param>
/// <param name="Due">The last day to hand in. Counted from the first possible day when only the months of the gathering are known.</param>
public sealed record ScheduledAssignment(Assignment Assignment, DateOnly Due);
