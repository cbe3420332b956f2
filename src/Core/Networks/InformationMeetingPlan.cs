namespace Mestring.Core.Networks;

/// <summary>The information meeting as the programme describes it, without a date.</summary>
/// <param name="DaysBeforeDeadline">Days before the deadline for enrolment; 0 or more.</param>
/// <param name="From">Local time in Norway (Europe/Oslo).</param>
/// <param name="To">Local time in Norway (Europe/Oslo).</param>
/// <param name="Mode">How people meet.</param>
public sealed record InformationMeetingPlan(int DaysBeforeDeadline, TimeOnly From, TimeOnly To, MeetingMode Mode);
