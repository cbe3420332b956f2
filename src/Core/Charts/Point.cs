namespace Mestring.Core.Charts;

/// <summary>A place in a drawing, in CSS pixels.</summary>
public readonly record struct Point(double X, double Y);
