namespace Mestring.Core.Charts;

/// <summary>One estimate with its uncertainty, on the scale of the chart.</summary>
/// <param name="Label">Such as "10 uker".</param>
/// <param name="Count">How many stand behind it, such as "n = 52".</param>
/// <param name="Value">Estimate and interval as written, or why there is none ("8 målt, for få").</param>
/// <param name="Point">The estimate; null where it is not shown.</param>
/// <param name="Low">The lower limit; null where there is no interval.</param>
/// <param name="High">The upper limit; null where there is no interval.</param>
public sealed record IntervalRow(string Label, string Count, string Value, double? Point = null, double? Low = null, double? High = null);
