using Mestring.Core.Networks;

namespace Mestring.Web.Gatherings;

/// <summary>How a municipality stands with an assignment, ready to be shown.</summary>
/// <param name="Opens">The day it opens; used while it is not open.</param>
/// <param name="HandedIn">The local day it was handed in.</param>
/// <param name="DaysLate">Days past the deadline.</param>
public sealed record AssignmentCell(int Number, AssignmentStanding Standing, DateOnly Due, DateOnly? Opens, DateOnly? HandedIn, int DaysLate)
{
    internal static AssignmentCell Of(ScheduledAssignment assignment, HandInState? handIn, DateOnly? at, DateOnly today) =>
        new(assignment.Assignment.Number, assignment.Standing(handIn, today), assignment.Due, assignment.Opens, at, assignment.DaysLate(today));
}
