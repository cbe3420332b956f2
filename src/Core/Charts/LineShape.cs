namespace Mestring.Core.Charts;

/// <summary>A straight line.</summary>
public sealed record LineShape(double X1, double Y1, double X2, double Y2, Ink Ink) : Shape(Ink);
