namespace Mestring.Core.Charts;

/// <summary>A series over time with its median, at equal steps: months, or the measurements of a course.</summary>
/// <param name="Text">What it says in words.</param>
/// <param name="Axis">Holds all values.</param>
/// <param name="Points">Oldest first.</param>
/// <param name="Median">Drawn through all points; null for none.</param>
/// <param name="MedianText">Such as "median 5".</param>
/// <param name="Events">Oldest first; drawn as thin lines.</param>
public sealed record RunChart(ChartText Text, Axis Axis, IReadOnlyList<RunPoint> Points, double? Median = null, string MedianText = "", IReadOnlyList<RunEvent>? Events = null) : Chart(Text)
{
    private const double Top = 30;
    private const double Bottom = 194;

    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var left = TextWidth.Widest(Axis.Ticks.Select(t => t.Text), Ink.TextTick) + 10;
        var beside = Math.Max(Median is null ? 0 : TextWidth.Of(MedianText, Ink.TextValue), Points.Count == 0 ? 0 : TextWidth.Of(Points[^1].Shown, Ink.TextOwn));
        var halfLabel = Points.Count == 0 ? 0 : TextWidth.Of(Points[^1].Label, Ink.TextTick) / 2;
        var right = width - Math.Max(beside > 0 ? beside + 14 : 8, halfLabel);
        var up = new Scale(Axis.From, Axis.To, Bottom, Top);
        var along = new Scale(0, Math.Max(1, Points.Count - 1), left + 14, right - 8);
        List<Shape> shapes = [.. AxisShapes.Up(Axis, up, left, right), .. Labels(along), .. EventLines(along, right)];
        if (Median is { } median)
        {
            shapes.Add(new LineShape(left, up.At(median), right, up.At(median), Ink.Median));
            shapes.Add(new TextShape(right + 8, MedianLine(up, median), MedianText, Anchor.Start, Ink.TextValue) { Halo = true });
        }

        shapes.AddRange(Line(along, up));
        shapes.AddRange(Marks(along, up));
        return new(width, Points.Any(p => p.Under is not null) ? 230 : 214, shapes);
    }

    /// <summary>The base line of the median's text, moved away from the text of the last point.</summary>
    private double MedianLine(Scale up, double median)
    {
        var line = up.At(median) + 4.5;
        if (Points is not [.., { Value: { } last, Shown: not null }] || Math.Abs(up.At(last) - up.At(median)) >= 16)
        {
            return line;
        }

        return up.At(last) <= up.At(median) ? up.At(last) + 20.5 : up.At(last) - 11.5;
    }

    private IEnumerable<Shape> Labels(Scale along)
    {
        var places = Points.Select((point, i) => (Point: point, X: along.At(i))).ToList();
        foreach (var (point, x) in AxisShapes.Spaced(places, p => p.X, p => p.Point.Label))
        {
            yield return new LineShape(x, Bottom, x, Bottom + 4, Ink.Base);
            yield return new TextShape(x, Bottom + 18, point.Label, Anchor.Middle, Ink.TextTick);
        }

        foreach (var (point, x) in AxisShapes.Spaced([.. places.Where(p => p.Point.Under is not null)], p => p.X, p => p.Point.Under!))
        {
            yield return new TextShape(x, Bottom + 33, point.Under!, Anchor.Middle, Ink.TextTick);
        }
    }

    private IEnumerable<Shape> EventLines(Scale along, double right)
    {
        var labelled = 0.0;
        foreach (var happened in Events ?? [])
        {
            var x = along.At(happened.At);
            yield return new LineShape(x, Top - 18, x, Bottom, Ink.Leader) { Title = happened.Text };
            if (x + 4 >= labelled && x + 4 + TextWidth.Of(happened.Text, Ink.TextQuiet) <= right + 40)
            {
                yield return new TextShape(x + 4, Top - 10, happened.Text, Anchor.Start, Ink.TextQuiet) { Halo = true };
                labelled = x + 8 + TextWidth.Of(happened.Text, Ink.TextQuiet);
            }
        }
    }

    private IEnumerable<Shape> Line(Scale along, Scale up)
    {
        var part = new List<Point>();
        for (var i = 0; i <= Points.Count; i++)
        {
            if (i < Points.Count && Points[i].Value is { } value)
            {
                part.Add(new(along.At(i), up.At(value)));
                continue;
            }

            if (part.Count > 1)
            {
                yield return new PolyShape([.. part], false, Ink.LineOwn);
            }

            part.Clear();
        }
    }

    private IEnumerable<Shape> Marks(Scale along, Scale up)
    {
        for (var i = 0; i < Points.Count; i++)
        {
            var point = Points[i];
            if (point.Value is not { } value)
            {
                continue;
            }

            yield return new CircleShape(along.At(i), up.At(value), 4.5, Ink.Own) { Title = $"{point.Label}: {point.Text}" };
            if (point.Shown is { } shown)
            {
                yield return i == Points.Count - 1
                    ? new TextShape(along.At(i) + 14, up.At(value) + 4.5, shown, Anchor.Start, Ink.TextOwn) { Halo = true }
                    : new TextShape(along.At(i), up.At(value) - 10, shown, Anchor.Middle, Ink.TextValue) { Halo = true };
            }
        }
    }
}
