namespace Mestring.Core.Charts;

/// <summary>From this day on, this value holds.</summary>
/// <param name="Day">The first day.</param>
/// <param name="Value">On the scale of the chart; null where nothing is known from that day on.</param>
/// <param name="Text">The value as written.</param>
public sealed record StepPoint(DateOnly Day, double? Value, string Text);
