namespace Mestring.Core.Networks;

/// <summary>An assignment of a run with its deadline.</summary>
/// <param name="Assignment">From the programme.</param>
/// <param name="Due">The last day to hand in. Counted from the first possible day when only the months of the gathering are known.</param>
public sealed record ScheduledAssignment(Assignment Assignment, DateOnly Due)
{
    /// <summary>The last day of the gathering before, when the work begins; null when it may begin at once.</summary>
    public DateOnly? Opens { get; init; }

    /// <summary>How a municipality stands with it.</summary>
    /// <param name="handIn">What has become of the hand-in; null when there is none.</param>
    /// <param name="today">The local day in Norway.</param>
    public AssignmentStanding Standing(HandInState? handIn, DateOnly today) => handIn switch
    {
        HandInState.HandedIn => AssignmentStanding.HandedIn,
        HandInState.Returned => AssignmentStanding.Returned,
        HandInState.Approved => AssignmentStanding.Approved,
        _ when today > Due => AssignmentStanding.Late,
        _ => today < Opens ? AssignmentStanding.NotOpen : AssignmentStanding.Open,
    };

    /// <summary>Whole days the deadline is passed; 0 on the day itself and before.</summary>
    public int DaysLate(DateOnly today) => Math.Max(0, today.DayNumber - Due.DayNumber);
}
