namespace Mestring.Formats.Calendar;

/// <summary>A day in a calendar. It takes up no time of the person's, for it is a reminder.</summary>
/// <param name="Uid">Names the event for good, so that a calendar replaces it instead of adding another; globally unique, such as "measure-12@example.no".</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">One line.</param>
/// <param name="LastDay">The last day, where the event lasts longer than one.</param>
/// <param name="Description">More words; null for none.</param>
/// <param name="Address">Where to read more; null for nowhere.</param>
public sealed record CalendarEvent(string Uid, DateOnly Day, string Summary, DateOnly? LastDay = null, string? Description = null, Uri? Address = null);
