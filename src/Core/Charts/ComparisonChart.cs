namespace Mestring.Core.Charts;

/// <summary>Municipalities beside each other with their uncertainty, in the order given (alphabetical, never by value).</summary>
/// <param name="Text">What it says in words.</param>
/// <param name="Axis">Holds all values and intervals.</param>
/// <param name="Rows">One a municipality.</param>
/// <param name="Whole">The network as a whole, drawn last and as a line through all rows; or null.</param>
public sealed record ComparisonChart(ChartText Text, Axis Axis, IReadOnlyList<ComparisonRow> Rows, ComparisonRow? Whole = null) : Chart(Text)
{
    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var all = Whole is null ? Rows : [.. Rows, Whole];
        var values = TextWidth.Widest(all.Select(r => r.Value), Ink.TextOwn);
        var intervals = TextWidth.Widest(all.Select(r => r.Interval), Ink.TextQuiet);
        var both = values + (intervals > 0 ? intervals + 12 : 0);
        var layout = RowLayout.For(width, TextWidth.Widest(all.Select(r => r.Name), Ink.TextOwn), both, Axis);
        var scale = layout.Scale(Axis);
        var bottom = 26 + (Rows.Count * layout.RowHeight);
        var marks = new List<Shape>();
        for (var i = 0; i < Rows.Count; i++)
        {
            marks.AddRange(Row(Rows[i], layout, scale, 26 + (i * layout.RowHeight), width, Ink.Text));
        }

        if (Whole is { } whole)
        {
            marks.Add(new LineShape(0, bottom + 2, width, bottom + 2, Ink.Grid));
            if (whole.Point is { } point)
            {
                marks.Insert(0, new LineShape(scale.At(point), 22, scale.At(point), bottom, Ink.MedianLong));
            }

            marks.AddRange(Row(whole, layout, scale, bottom + 6, width, Ink.TextValue));
            bottom += 6 + layout.RowHeight;
        }

        return new(width, bottom + 4, [.. AxisShapes.Across(Axis, scale, 22, bottom, 14), .. marks]);
    }

    private IEnumerable<Shape> Row(ComparisonRow row, RowLayout layout, Scale scale, double top, double width, Ink ink)
    {
        var middle = layout.Middle(top);
        ink = row.IsOwn ? Ink.TextOwn : ink;
        yield return new TextShape(0, layout.LabelLine(top), TextWidth.Fit(row.Name, ink, layout.LabelRoom(width)), Anchor.Start, ink) { Halo = true };
        if (row.Point is { } point)
        {
            if (row is { Low: { } low, High: { } high } && !ReferenceEquals(row, Whole))
            {
                yield return new LineShape(scale.At(low), middle, scale.At(high), middle, row.IsOwn ? Ink.IntervalOwn : Ink.Interval);
            }

            var title = row.Interval.Length > 0 ? $"{row.Name}: {row.Value} ({row.Interval})" : $"{row.Name}: {row.Value}";
            yield return (ReferenceEquals(row, Whole), row.IsOwn) switch
            {
                (true, _) => new LineShape(scale.At(point), middle - 7, scale.At(point), middle + 7, Ink.Median) { Title = title },
                (_, true) => PolyShape.Diamond(scale.At(point), middle, 8, Ink.Own) with { Title = title },
                _ => new CircleShape(scale.At(point), middle, 4.5, Ink.Mark) { Title = title },
            };
        }
        else if (row.Why is { } why)
        {
            yield return new TextShape((layout.Left + layout.Right) / 2, middle + 4.5, why, Anchor.Middle, Ink.TextQuiet) { Halo = true };
        }

        yield return new TextShape(layout.Right + 12, middle + 4.5, row.Value, Anchor.Start, ink);
        if (row.Interval.Length > 0)
        {
            yield return new TextShape(width, middle + 4.5, row.Interval, Anchor.End, Ink.TextQuiet);
        }
    }
}
