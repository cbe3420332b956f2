namespace Mestring.Core.Charts;

/// <summary>A line through points, or the area inside them.</summary>
/// <param name="Points">At least two.</param>
/// <param name="Closed">Whether the last point meets the first.</param>
/// <param name="Ink">What it means.</param>
public sealed record PolyShape(IReadOnlyList<Point> Points, bool Closed, Ink Ink) : Shape(Ink)
{
    /// <summary>A square standing on its corner.</summary>
    public static PolyShape Diamond(double x, double y, double radius, Ink ink) =>
        new([new(x, y - radius), new(x + radius, y), new(x, y + radius), new(x - radius, y)], true, ink);
}
