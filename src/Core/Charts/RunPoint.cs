namespace Mestring.Core.Charts;

/// <summary>One point in a series over time.</summary>
/// <param name="Label">Such as "jan" or "10 uker".</param>
/// <param name="Value">Null breaks the line; a missing value is not zero.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Under">A second line below the label, such as the year; or null.</param>
/// <param name="Shown">What stands beside the point, such as "8 i januar"; null for nothing.</param>
public sealed record RunPoint(string Label, double? Value, string Text, string? Under = null, string? Shown = null);
