namespace Mestring.Core.Statistics;

/// <summary>One unit's mean and the variance of that mean.</summary>
/// <param name="Value">The mean, in points or units.</param>
/// <param name="Variance">Its sampling variance, above 0.</param>
public readonly record struct UnitMean(double Value, double Variance);
