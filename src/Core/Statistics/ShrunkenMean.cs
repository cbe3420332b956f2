namespace Mestring.Core.Statistics;

/// <summary>One unit's mean drawn towards the common mean, the more the less the unit knows.</summary>
/// <param name="Weight">How much of its own value it keeps, a fraction in [0, 1].</param>
/// <param name="Value">The shrunken mean.</param>
/// <param name="StandardError">Its standard error.</param>
public readonly record struct ShrunkenMean(double Weight, double Value, double StandardError);
