namespace Mestring.Core.Charts;

/// <summary>One part of a bar.</summary>
/// <param name="Count">How many; a real zero is not drawn.</param>
/// <param name="Label">Such as "34 ikke forfalt".</param>
/// <param name="Brief">What stands there when the label is too wide, such as "34".</param>
/// <param name="Ink">One of the bars, so that the parts differ without colour.</param>
public sealed record StackedPart(int Count, string Label, string Brief, Ink Ink);
