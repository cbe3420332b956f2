namespace Mestring.Core.Charts;

/// <summary>Before as a hollow circle, after as a filled diamond, and a line between them.</summary>
public sealed record BeforeAfterChart(ChartText Text, Axis Axis, IReadOnlyList<BeforeAfterGroup> Groups) : Chart(Text)
{
    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var rows = Groups.SelectMany(g => g.Rows).ToList();
        var names = TextWidth.Widest(rows.Select(r => r.Label), Ink.Text);
        var counts = TextWidth.Widest(rows.Select(r => r.Count), Ink.TextQuiet);
        var changes = TextWidth.Widest(rows.Select(r => r.Change), Ink.TextOwn);
        // The outermost marks have their number beside them, outside the axis.
        var beside = 14 + TextWidth.Widest(rows.SelectMany(r => new[] { r.BeforeText, r.AfterText }), Ink.TextValue);
        var layout = RowLayout.For(width, names + (counts > 0 ? counts + 14 : 0) + beside - 8, changes + beside, Axis);
        layout = layout.Stacked ? layout with { Left = Math.Max(layout.Left, beside) } : layout;
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

            foreach (var row in group.Rows)
            {
                marks.AddRange(Row(group, row, layout, scale, top, width, beside));
                top += layout.RowHeight;
            }

            top += group.Name.Length > 0 ? 8 : 0;
        }

        return new(width, top + 2, [.. AxisShapes.Across(Axis, scale, 22, top - 2, 14).Select(s => s is LineShape { Ink: Ink.Base } line ? line with { Ink = Ink.Grid } : s), .. marks]);
    }

    private static IEnumerable<Shape> Row(BeforeAfterGroup group, BeforeAfterRow row, RowLayout layout, Scale scale, double top, double width, double beside)
    {
        var middle = layout.Middle(top);
        var (ink, line) = (row.IsFew ? Ink.TextQuiet : Ink.Text, layout.LabelLine(top));
        var countsWidth = TextWidth.Of(row.Count, Ink.TextQuiet);
        yield return new TextShape(0, line, TextWidth.Fit(row.Label, ink, layout.Stacked ? width - countsWidth - 14 : width), Anchor.Start, ink) { Halo = true };
        if (row.Count.Length > 0)
        {
            yield return layout.Stacked
                ? new TextShape(width, line, row.Count, Anchor.End, Ink.TextQuiet)
                : new TextShape(layout.Left - beside, line, row.Count, Anchor.End, Ink.TextQuiet);
        }

        var name = group.Name.Length > 0 ? $"{group.Name}, {row.Label}" : row.Label;
        var rising = row.Before is null || row.After is null || row.After >= row.Before;
        if (row is { Before: { } from, After: { } to } && from != to)
        {
            yield return new LineShape(scale.At(from), middle, scale.At(to), middle, row.IsFew ? Ink.Link : Ink.LinkOwn);
        }

        if (row.Before is { } before)
        {
            yield return new CircleShape(scale.At(before), middle, 5, Ink.Mark) { Title = $"{name}: {row.BeforeText}" };
            yield return Beside(scale.At(before), middle, row.BeforeText, !rising, Ink.TextQuiet);
        }

        if (row.After is { } after)
        {
            yield return PolyShape.Diamond(scale.At(after), middle, row.IsFew ? 6 : 7, row.IsFew ? Ink.Mark : Ink.Own) with { Title = $"{name}: {row.AfterText}" };
            yield return Beside(scale.At(after), middle, row.AfterText, rising, row.IsFew ? Ink.TextQuiet : Ink.TextValue);
        }

        yield return new TextShape(width, middle + 4.5, row.Change, Anchor.End, row.IsFew || row.Before is null || row.After is null ? Ink.TextQuiet : Ink.TextOwn);
    }

    private static TextShape Beside(double x, double middle, string text, bool right, Ink ink) => right
        ? new(x + 12, middle + 4.5, text, Anchor.Start, ink) { Halo = true }
        : new(x - 11, middle + 4.5, text, Anchor.End, ink) { Halo = true };
}
