namespace Mestring.Core.Networks;

/// <summary>One run of a programme: the programme as it was when the run was made, and the run's own terms. Stored as JSON with the network.</summary>
/// <param name="Programme">The programme in the version the run follows.</param>
/// <param name="Terms">Dates, places, deadline and what differs.</param>
public sealed record NetworkDefinition(Programme Programme, NetworkTerms Terms)
{
    /// <summary>The fee that holds for this run.</summary>
    public FeeSchedule Fee() => Terms.Fee ?? Programme.Fee;

    /// <summary>How many members this run needs and plans for.</summary>
    public MemberRule Members() => Terms.Members ?? Programme.Members;

    /// <summary>The gatherings with dates and places, in order; a gathering without a plan is left out.</summary>
    public IReadOnlyList<ScheduledGathering> Gatherings() =>
    [
        .. Programme.Gatherings
            .Join(Terms.Gatherings, gathering => gathering.Number, plan => plan.Number, (gathering, plan) => new ScheduledGathering(gathering, plan))
            .OrderBy(each => each.Gathering.Number),
    ];

    /// <summary>The assignments with their deadlines, in order; an assignment for a gathering without a plan is left out.</summary>
    public IReadOnlyList<ScheduledAssignment> Assignments() =>
    [
        .. Programme.Assignments
            .Join(Terms.Gatherings, assignment => assignment.ForGathering, plan => plan.Number, (assignment, plan) =>
                new ScheduledAssignment(assignment, plan.Dates.First.AddDays(-assignment.DaysBefore)))
            .OrderBy(each => each.Assignment.Number),
    ];

    /// <summary>The first day of the first gathering.</summary>
    public DateOnly Starts() => Terms.Gatherings.Min(plan => plan.Dates.First);

    /// <summary>The last day of the last gathering.</summary>
    public DateOnly Ends() => Terms.Gatherings.Max(plan => plan.Dates.Last);

    /// <summary>Whether a municipality may still enrol on this local day, as far as the deadline goes.</summary>
    public bool IsBeforeDeadline(DateOnly today) => today <= Terms.Deadline;
}
