namespace Mestring.Core.Networks;

/// <summary>An open meeting before the deadline, binding nobody.</summary>
/// <param name="Date">The day.</param>
/// <param name="From">Local time in Norway (Europe/Oslo).</param>
/// <param name="To">Local time in Norway (Europe/Oslo).</param>
/// <param name="Mode">How people meet.</param>
public sealed record InformationMeeting(DateOnly Date, TimeOnly From, TimeOnly To, MeetingMode Mode);
