namespace Mestring.Core.Charts;

/// <summary>Lying bars from zero, one a municipality, in the order given (alphabetical, never by value).</summary>
public sealed record CountChart(ChartText Text, Axis Axis, IReadOnlyList<CountRow> Rows) : Chart(Text)
{
    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var values = TextWidth.Widest(Rows.Select(r => r.Value), Ink.TextOwn);
        var layout = RowLayout.For(width, TextWidth.Widest(Rows.Select(r => r.Name), Ink.TextOwn), values, Axis);
        var scale = layout.Scale(Axis);
        var bottom = 4 + (Rows.Count * layout.RowHeight);
        var marks = new List<Shape>();
        for (var i = 0; i < Rows.Count; i++)
        {
            marks.AddRange(Row(Rows[i], layout, scale, 4 + (i * layout.RowHeight), width));
        }

        return new(width, bottom + 22, [.. AxisShapes.Across(Axis, scale, 2, bottom, bottom + 16), .. marks]);
    }

    private static IEnumerable<Shape> Row(CountRow row, RowLayout layout, Scale scale, double top, double width)
    {
        var middle = layout.Middle(top);
        var ink = row.IsOwn ? Ink.TextOwn : Ink.Text;
        yield return new TextShape(0, layout.LabelLine(top), TextWidth.Fit(row.Name, ink, layout.LabelRoom(width)), Anchor.Start, ink) { Halo = true };
        var end = scale.At(row.Count ?? 0);
        if (row.Count > 0)
        {
            yield return new RectShape(scale.At(0), middle - 7, end - scale.At(0), 14, row.IsOwn ? Ink.BarOwn : Ink.Bar) { Title = $"{row.Name}: {row.Value}" };
        }

        yield return new TextShape(end + 7, middle + 4.5, row.Value, Anchor.Start, row.IsOwn ? Ink.TextOwn : Ink.TextValue) { Halo = true };
        if (row.Count is null && row.Why is { } why)
        {
            yield return new TextShape(end + 19, middle + 4.5, why, Anchor.Start, Ink.TextQuiet) { Halo = true };
        }
    }
}
