namespace Mestring.Core.Statistics;

/// <summary>One period of a p or u chart: events and what they are counted against; null is a gap.</summary>
/// <param name="Events">Events, at least 0.</param>
/// <param name="Size">Persons who could have the event (p), or exposure such as user-days (u), at least 0.</param>
public readonly record struct EventCount(double? Events, double? Size);
