namespace Mestring.Core.Charts;

/// <summary>One square a place in a network: taken or free, with a mark where enough are taken to begin.</summary>
/// <param name="Text">What it says in words.</param>
/// <param name="Taken">How many places are taken; may exceed <paramref name="Places"/>.</param>
/// <param name="Minimum">How many are needed.</param>
/// <param name="Places">How many there is room for.</param>
/// <param name="MinimumText">Such as "minst 6".</param>
/// <param name="PlacesText">Such as "plass til 10".</param>
public sealed record MemberSquares(ChartText Text, int Taken, int Minimum, int Places, string MinimumText, string PlacesText) : Chart(Text)
{
    private const double Side = 25;
    private const double Gap = 4;

    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var all = Math.Max(Places, Taken);
        var across = Math.Min(Math.Max(all, 1), (int)((width - 2 + Gap) / (Side + Gap)));
        var shapes = new List<Shape>();
        for (var i = 0; i < all; i++)
        {
            shapes.Add(new RectShape(X(i % across), Y(i / across), Side, Side, i < Taken ? Ink.Bar : Ink.BarEmpty));
        }

        if (Minimum > 0 && Minimum <= all)
        {
            var (column, row) = ((Minimum - 1) % across, (Minimum - 1) / across);
            var x = X(column) + Side + (Gap / 2);
            shapes.Add(new LineShape(x, Y(row) - (row == 0 ? 14 : 3), x, Y(row) + Side + 3, Ink.Target));
            var left = TextWidth.Of(MinimumText, Ink.TextQuiet) + 6 <= x;
            shapes.Add(new TextShape(x + (left ? -6 : 6), 11, MinimumText, left ? Anchor.End : Anchor.Start, Ink.TextQuiet));
        }

        var bottom = Y((all - 1) / across) + Side;
        var end = Math.Max(X(across - 1) + Side, TextWidth.Of(PlacesText, Ink.TextQuiet));
        shapes.Add(new TextShape(end, bottom + 15, PlacesText, Anchor.End, Ink.TextQuiet));
        return new(width, bottom + 20, shapes);
    }

    private static double X(int column) => 1 + (column * (Side + Gap));

    private static double Y(int row) => 18 + (row * (Side + Gap));
}
