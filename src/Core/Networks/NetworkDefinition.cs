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
                new ScheduledAssignment(assignment, plan.Dates.First.AddDays(-assignment.DaysBefore))
                {
                    Opens = Terms.Gatherings.Where(before => before.Number < assignment.ForGathering).MaxBy(before => before.Number)?.Dates.Last,
                })
            .OrderBy(each => each.Assignment.Number),
    ];

    /// <summary>The first day of the first gathering.</summary>
    public DateOnly Starts() => Terms.Gatherings.Min(plan => plan.Dates.First);

    /// <summary>The last day of the last gathering.</summary>
    public DateOnly Ends() => Terms.Gatherings.Max(plan => plan.Dates.Last);

    /// <summary>How many months ahead of the day it is registered a course may start.</summary>
    public const int MonthsAhead = 1;

    /// <summary>The last day a measurement can count, in a course registered on the last day of the last gathering to start as late as it may; null where no courses are registered.</summary>
    public DateOnly? RegistrationEnds() => Programme.Features.RegistersCases && Programme.Windows.Count > 0 ? Programme.Windows.Max(window => window.Closes(Ends().AddMonths(MonthsAhead))) : null;

    /// <summary>
    /// What may be registered on a local day. One date holds for all members, known from the day the network is published: courses are begun
    /// until the network ends, and followed up until the window of the last course that could begin has closed.
    /// </summary>
    /// <param name="state">Where the network is in its life; its leader may end it before its last day.</param>
    /// <param name="today">The day it is asked on.</param>
    public Registration Registration(NetworkState state, DateOnly today) =>
        state is NetworkState.Cancelled ? Networks.Registration.Closed
        : state is not NetworkState.Ended && today <= Ends() ? Networks.Registration.Open
        : today <= (RegistrationEnds() ?? Ends()) ? Networks.Registration.FollowUps
        : Networks.Registration.Closed;

    /// <summary>Whether a municipality may still enrol on this local day, as far as the deadline goes.</summary>
    public bool IsBeforeDeadline(DateOnly today) => today <= Terms.Deadline;

    /// <summary>Everything in the terms that cannot be published; empty when they are sound.</summary>
    public IReadOnlyList<TermsFault> Faults() => [.. DateFaults(), .. OtherFaults()];

    private IEnumerable<TermsFault> DateFaults()
    {
        foreach (var number in Programme.Gatherings.Select(each => each.Number).Concat(Terms.Gatherings.Select(each => each.Number)).Distinct())
        {
            if (Programme.Gatherings.Count(each => each.Number == number) is not 1 || Terms.Gatherings.Count(each => each.Number == number) is not 1)
            {
                yield return new TermsFault(TermsFaultKind.GatheringMissing, number);
            }
        }

        GatheringPlan? before = null;
        foreach (var plan in Terms.Gatherings.OrderBy(each => each.Number))
        {
            if (plan.Dates.Last < plan.Dates.First)
            {
                yield return new TermsFault(TermsFaultKind.GatheringBackwards, plan.Number);
            }

            if (plan.Dates.First < before?.Dates.First)
            {
                yield return new TermsFault(TermsFaultKind.GatheringsOutOfOrder, plan.Number);
            }

            before = plan;
        }

        if (Terms.Gatherings.Count > 0 && Terms.Deadline > Starts())
        {
            yield return new TermsFault(TermsFaultKind.DeadlineAfterStart, null);
        }
    }

    private IEnumerable<TermsFault> OtherFaults()
    {
        if (Terms.Slug is "" or ['-', ..] or [.., '-'] || Terms.Slug.Contains("--", StringComparison.Ordinal) || !Terms.Slug.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '-'))
        {
            yield return new TermsFault(TermsFaultKind.Slug, null);
        }

        if (Terms.InformationMeeting?.Date > Terms.Deadline)
        {
            yield return new TermsFault(TermsFaultKind.MeetingAfterDeadline, null);
        }

        if (Terms.InformationMeeting is { } meeting && meeting.To <= meeting.From)
        {
            yield return new TermsFault(TermsFaultKind.MeetingBackwards, null);
        }

        if (Fee().Faults().Count > 0)
        {
            yield return new TermsFault(TermsFaultKind.Fee, null);
        }
    }
}
