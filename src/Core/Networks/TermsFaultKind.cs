namespace Mestring.Core.Networks;

/// <summary>What can be wrong with the terms of a run.</summary>
public enum TermsFaultKind
{
    /// <summary>The address holds something other than small letters a–z, digits and single hyphens between them.</summary>
    Slug,

    /// <summary>A gathering of the programme has no dates, or there are dates for one it has not.</summary>
    GatheringMissing,

    /// <summary>A gathering ends before it begins.</summary>
    GatheringBackwards,

    /// <summary>A gathering begins before the one with the number below it.</summary>
    GatheringsOutOfOrder,

    /// <summary>The deadline for enrolment is after the first gathering has begun.</summary>
    DeadlineAfterStart,

    /// <summary>The information meeting is after the deadline.</summary>
    MeetingAfterDeadline,

    /// <summary>The information meeting ends before it begins.</summary>
    MeetingBackwards,

    /// <summary>The fee table of the run has an overlap, a gap or another fault; <see cref="FeeSchedule.Faults"/> says where.</summary>
    Fee,
}
