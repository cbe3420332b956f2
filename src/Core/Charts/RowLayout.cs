namespace Mestring.Core.Charts;

/// <summary>Where label, marks and value of a row stand. When the label leaves too little room for the marks, it gets a line of its own.</summary>
/// <param name="Left">Where the marks begin.</param>
/// <param name="Right">Where the marks end.</param>
/// <param name="Stacked">Whether labels stand above their row.</param>
internal readonly record struct RowLayout(double Left, double Right, bool Stacked)
{
    private const double Least = 140;

    public double RowHeight => Stacked ? 42 : 28;

    public static RowLayout For(double width, double labels, double values, Axis axis)
    {
        var before = axis.Ticks.Count == 0 ? 0 : TextWidth.Of(axis.Ticks[0].Text, Ink.TextTick) / 2;
        var after = axis.Ticks.Count == 0 ? 0 : TextWidth.Of(axis.Ticks[^1].Text, Ink.TextTick) / 2;
        var right = width - Math.Max(values > 0 ? values + 14 : 8, after);
        var left = Math.Max(labels + 14, before);
        return right - left >= Least ? new(left, right, false) : new(Math.Max(8, before), right, true);
    }

    /// <summary>The middle of the marks of a row that begins at <paramref name="top"/>.</summary>
    public double Middle(double top) => top + (Stacked ? 29 : 14);

    public double LabelLine(double top) => Stacked ? top + 14 : Middle(top) + 4.5;

    public double LabelRoom(double width) => Stacked ? width : Left - 10;

    public Scale Scale(Axis axis) => new(axis.From, axis.To, Left, Right);
}
