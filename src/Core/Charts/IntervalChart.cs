namespace Mestring.Core.Charts;

/// <summary>Estimates with intervals, one a row, gathered in groups that may have a threshold.</summary>
public sealed record IntervalChart(ChartText Text, Axis Axis, IReadOnlyList<IntervalGroup> Groups) : Chart(Text)
{
    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var rows = Groups.SelectMany(g => g.Rows).ToList();
        var values = TextWidth.Widest(rows.Where(r => r.Point is not null).Select(r => r.Value), Ink.TextValue);
        var counted = true;
        var layout = RowLayout.For(width, TextWidth.Widest(rows.Select(r => Label(r, counted)), Ink.TextQuiet), values, Axis);
        if (layout.Stacked)
        {
            counted = false;
            layout = RowLayout.For(width, TextWidth.Widest(rows.Select(r => Label(r, counted)), Ink.TextQuiet), values, Axis);
            counted = layout.Stacked;
        }

        var scale = layout.Scale(Axis);
        var marks = new List<Shape>();
        var top = 24.0;
        foreach (var group in Groups)
        {
            if (group.Name.Length > 0)
            {
                marks.Add(new TextShape(0, top + 14, TextWidth.Fit(group.Name, Ink.TextValue, width), Anchor.Start, Ink.TextValue) { Halo = true });
                top += 20;
            }

            var height = group.Rows.Count * layout.RowHeight;
            if (group.Threshold is { } threshold && scale.Holds(threshold))
            {
                marks.Add(new LineShape(scale.At(threshold), top, scale.At(threshold), top + height, Ink.Target));
            }

            foreach (var row in group.Rows)
            {
                marks.AddRange(Row(group, row, layout, scale, top, width, Label(row, counted)));
                top += layout.RowHeight;
            }

            top += 6;
        }

        return new(width, top, [.. AxisShapes.Across(Axis, scale, 22, top - 4, 14), .. marks]);
    }

    private static string Label(IntervalRow row, bool counted) => counted && row.Count.Length > 0 ? $"{row.Label}, {row.Count}" : row.Label;

    private static IEnumerable<Shape> Row(IntervalGroup group, IntervalRow row, RowLayout layout, Scale scale, double top, double width, string label)
    {
        var middle = layout.Middle(top);
        yield return layout.Stacked
            ? new TextShape(0, layout.LabelLine(top), TextWidth.Fit(label, Ink.TextQuiet, width), Anchor.Start, Ink.TextQuiet) { Halo = true }
            : new TextShape(layout.Left - 12, layout.LabelLine(top), label, Anchor.End, Ink.TextQuiet);
        if (row.Point is not { } point)
        {
            yield return new TextShape(layout.Left + 4, middle + 4.5, TextWidth.Fit(row.Value, Ink.TextQuiet, width - layout.Left - 4), Anchor.Start, Ink.TextQuiet) { Halo = true };
            yield break;
        }

        if (row is { Low: { } low, High: { } high })
        {
            yield return new LineShape(scale.At(low), middle, scale.At(high), middle, Ink.IntervalOwn);
        }

        var name = string.Join(", ", new[] { group.Name, row.Label }.Where(t => t.Length > 0));
        yield return new CircleShape(scale.At(point), middle, 6, Ink.Own) { Title = $"{name}: {row.Value}{(row.Count.Length > 0 ? $", {row.Count}" : string.Empty)}" };
        yield return new TextShape(layout.Right + 10, middle + 4.5, row.Value, Anchor.Start, Ink.TextValue);
    }
}
