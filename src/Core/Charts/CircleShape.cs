namespace Mestring.Core.Charts;

/// <summary>A circle around (X, Y).</summary>
public sealed record CircleShape(double X, double Y, double Radius, Ink Ink) : Shape(Ink);
