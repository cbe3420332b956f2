namespace Mestring.Core.Charts;

/// <summary>A rectangle.</summary>
public sealed record RectShape(double X, double Y, double Width, double Height, Ink Ink) : Shape(Ink);
