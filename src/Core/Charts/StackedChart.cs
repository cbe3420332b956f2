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
        // A kind of part that carries its whole label somewhere needs only its number elsewhere.
        var named = Rows.SelectMany(r => r.Parts)
            .Where(p => string.Equals(Inside(p, scale.At(p.Count) - scale.At(0)), p.Label, StringComparison.Ordinal))
            .Select(p => p.Ink)
            .ToHashSet();
        var shapes = new List<Shape>();
        var top = 2.0;
        foreach (var row in Rows)
        {
            shapes.Add(above
                ? new TextShape(0, top + 12, TextWidth.Fit(row.Label, Ink.TextValue, width), Anchor.Start, Ink.TextValue)
                : new TextShape(0, top + 16.5, row.Label, Anchor.Start, Ink.TextValue));
            top += above ? 20 : 0;
            shapes.AddRange(Parts(row, scale, top, left, width, named));
            top += Bar + 24;
        }

        return new(width, Math.Max(top - 4, 1), shapes);
    }

    private static IEnumerable<Shape> Parts(StackedRow row, Scale scale, double top, double left, double width, HashSet<Ink> named)
    {
        var sum = 0;
        var below = new List<(StackedPart Part, double Middle, bool HasNumber)>();
        foreach (var part in row.Parts.Where(p => p.Count > 0))
        {
            var (start, end) = (scale.At(sum), scale.At(sum + part.Count));
            sum += part.Count;
            yield return new RectShape(start, top, end - start, Bar, part.Ink) { Title = $"{row.Label}: {part.Label}" };
            var inside = Inside(part, end - start);
            if (inside is not null)
            {
                yield return new TextShape((start + end) / 2, top + 16.5, inside, Anchor.Middle, InkOn(part));
            }

            if (inside is null || !named.Contains(part.Ink))
            {
                below.Add((part, (start + end) / 2, inside is not null));
            }
        }

        var taken = new List<(double From, double To)>();
        foreach (var (part, middle, _) in below.OrderBy(p => p.HasNumber))
        {
            if (Free(taken, middle, TextWidth.Of(part.Label, Ink.TextQuiet), left, width) is { } from)
            {
                taken.Add((from, from + TextWidth.Of(part.Label, Ink.TextQuiet)));
                yield return new TextShape(from, top + Bar + 14, part.Label, Anchor.Start, Ink.TextQuiet);
            }
        }
    }

    /// <summary>Where a label below the bar begins, as near its part as the others allow; null where there is no room, and the table has the number.</summary>
    private static double? Free(List<(double From, double To)> taken, double middle, double room, double left, double width)
    {
        var wanted = Math.Max(left, Math.Min(middle - (room / 2), width - room));
        double[] places = [wanted, .. taken.Select(t => t.From - 8 - room), .. taken.Select(t => t.To + 8)];
        return places
            .Where(from => from >= left && from + room <= width && Math.Abs(from - wanted) <= 60 && taken.TrueForAll(t => from + room + 7 < t.From || t.To + 7 < from))
            .OrderBy(from => Math.Abs(from - wanted))
            .Select(from => (double?)from)
            .FirstOrDefault();
    }

    /// <summary>The longest text that fits on the part. Letters on hatching cannot be read, so its label stands below.</summary>
    private static string? Inside(StackedPart part, double room) => part.Ink is Ink.BarHatched
        ? null
        : new[] { part.Label, part.Brief }.FirstOrDefault(t => TextWidth.Of(t, InkOn(part)) <= room - 8);

    private static Ink InkOn(StackedPart part) => part.Ink is Ink.BarOwn or Ink.Bar ? Ink.TextOn : Ink.Text;
}
