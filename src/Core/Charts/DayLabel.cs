namespace Mestring.Core.Charts;

/// <summary>A day and what is written there: the first of a month, a deadline, a measurement.</summary>
public sealed record DayLabel(DateOnly Day, string Text);
