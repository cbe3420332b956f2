namespace Mestring.Core.Charts;

/// <summary>Lying bars in parts, with the counts on them. All bars share one scale that begins at zero.</summary>
public sealed record StackedChart(ChartText Text, IReadOnlyList<StackedRow> Rows) : Chart(Text)
{
    private const double Bar = 24;

    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var labels = TextWidth.Widest(Rows.Select(r => r.Label), Ink.TextValue) + 12;
        var above = labels > width * 0.32;
        var left = above ? 0 : labels;
        var most = Math.Max(1, Rows.Select(r => r.Parts.Sum(p => p.Count)).DefaultIfEmpty(0).Max());
        var scale = new Scale(0, most, left, width - 1);
        var shapes = new List<Shape>();
        var top = 2.0;
        foreach (var row in Rows)
        {
            shapes.Add(above
                ? new TextShape(0, top + 12, TextWidth.Fit(row.Label, Ink.TextValue, width), Anchor.Start, Ink.TextValue)
                : new TextShape(0, top + 16.5, row.Label, Anchor.Start, Ink.TextValue));
            top += above ? 20 : 0;
            shapes.AddRange(Parts(row, scale, top, left, width));
            top += Bar + 24;
        }

        return new(width, Math.Max(top - 4, 1), shapes);
    }

    private static IEnumerable<Shape> Parts(StackedRow row, Scale scale, double top, double left, double width)
    {
        var sum = 0;
        var labelled = left;
        foreach (var part in row.Parts.Where(p => p.Count > 0))
        {
            var (start, end) = (scale.At(sum), scale.At(sum + part.Count));
            sum += part.Count;
            yield return new RectShape(start, top, end - start, Bar, part.Ink) { Title = $"{row.Label}: {part.Label}" };
            var ink = part.Ink switch { Ink.BarOwn or Ink.Bar => Ink.TextOn, _ => Ink.Text };
            // Letters on hatching cannot be read, so its label stands below like that of a part too narrow for any.
            var inside = part.Ink is Ink.BarHatched ? null : new[] { part.Label, part.Brief }.FirstOrDefault(t => TextWidth.Of(t, ink) <= end - start - 8);
            if (inside is not null)
            {
                yield return new TextShape((start + end) / 2, top + 16.5, inside, Anchor.Middle, ink);
            }

            if (inside is not null)
            {
                continue;
            }

            // Below the bar, as near as the last label there allows; where there is no room, the table has the number.
            var room = TextWidth.Of(part.Label, Ink.TextQuiet);
            var from = Math.Max(labelled, Math.Min(((start + end) / 2) - (room / 2), width - room));
            if (from + room <= width && from <= end + 30)
            {
                yield return new TextShape(from, top + Bar + 14, part.Label, Anchor.Start, Ink.TextQuiet);
                labelled = from + room + 8;
            }
        }
    }
}
