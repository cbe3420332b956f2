namespace Mestring.Core.Networks;

/// <summary>When, where and how one gathering of a run is held.</summary>
/// <param name="Number">The gathering's number in the programme.</param>
/// <param name="Dates">When.</param>
/// <param name="Place">Where; null while it is to be decided.</param>
/// <param name="Mode">How people meet.</param>
public sealed record GatheringPlan(int Number, GatheringDates Dates, LocalizedText? Place = null, MeetingMode Mode = MeetingMode.Undecided);
