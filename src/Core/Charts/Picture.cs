namespace Mestring.Core.Charts;

/// <summary>A chart drawn at its true size, in CSS pixels; shapes in painting order, the first at the back.</summary>
public sealed record Picture(double Width, double Height, IReadOnlyList<Shape> Shapes);
