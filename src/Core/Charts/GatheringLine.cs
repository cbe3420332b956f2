namespace Mestring.Core.Charts;

/// <summary>The gatherings of a network on a line, with the deadline before them and the registration below.</summary>
/// <param name="Text">What it says in words.</param>
/// <param name="From">The first day shown.</param>
/// <param name="To">The last day shown; after <paramref name="From"/>.</param>
/// <param name="Months">The first day of each month and its name.</param>
/// <param name="Gatherings">Earliest first.</param>
/// <param name="Deadline">The deadline of enrolment; null when there is none.</param>
/// <param name="Registering">From when cases are registered, and what that is called; null when they are not.</param>
public sealed record GatheringLine(ChartText Text, DateOnly From, DateOnly To, IReadOnlyList<DayLabel> Months, IReadOnlyList<GatheringMark> Gatherings, DayLabel? Deadline = null, DayLabel? Registering = null) : Chart(Text)
{
    private const double Level = 17;

    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var along = new Scale(From.DayNumber, To.DayNumber, 4, width - 4);
        var labels = new List<Shape>();
        var ends = new List<double>();
        foreach (var gathering in Gatherings)
        {
            var half = TextWidth.Of(gathering.Text, Ink.TextValue) / 2;
            var x = Math.Clamp(along.At(gathering.Day.DayNumber), half, width - half);
            var level = ends.FindIndex(end => end + 8 <= x - half);
            if (level < 0)
            {
                ends.Add(0);
                level = ends.Count - 1;
            }

            ends[level] = x + half;
            labels.Add(new TextShape(x, level, gathering.Text, Anchor.Middle, Ink.TextValue) { Halo = true });
        }

        var line = 36 + (Level * (Math.Max(ends.Count, 1) - 1)) + (Deadline is null ? 0 : Level);
        List<Shape> shapes = [new LineShape(4, line, width - 4, line, Ink.Base), .. MonthLabels(along, line, width)];
        if (Deadline is { } deadline)
        {
            var x = along.At(deadline.Day.DayNumber);
            var roomLeft = TextWidth.Of(deadline.Text, Ink.TextQuiet) + 5 <= x;
            shapes.Add(new LineShape(x, 2, x, line, Ink.Target));
            shapes.Add(new TextShape(x + (roomLeft ? -5 : 5), 12, deadline.Text, roomLeft ? Anchor.End : Anchor.Start, Ink.TextQuiet));
            shapes.Add(PolyShape.Diamond(x, line, 6, Ink.Own) with { Title = deadline.Text });
        }

        shapes.AddRange(labels.Cast<TextShape>().Select(label => label with { Y = line - 18 - (Level * label.Y) }));
        foreach (var gathering in Gatherings)
        {
            var x = Math.Clamp(along.At(gathering.Day.DayNumber), 12, width - 12);
            shapes.Add(new CircleShape(x, line, 12, Ink.Own) { Title = $"{gathering.Number}: {gathering.Text}" });
            shapes.Add(new TextShape(x, line + 4.5, gathering.Number, Anchor.Middle, Ink.TextOn));
        }

        if (Registering is not { } registering)
        {
            return new(width, line + 28, shapes);
        }

        var start = along.At(registering.Day.DayNumber);
        var inFront = TextWidth.Of(registering.Text, Ink.TextQuiet) + 8 <= start;
        shapes.Add(new RectShape(start, line + 36, along.End - start, 5, Ink.Bar) { Title = registering.Text });
        shapes.Add(inFront
            ? new TextShape(start - 8, line + 43, registering.Text, Anchor.End, Ink.TextQuiet)
            : new TextShape(Math.Min(start, width - TextWidth.Of(registering.Text, Ink.TextQuiet)), line + 57, registering.Text, Anchor.Start, Ink.TextQuiet));
        return new(width, line + (inFront ? 50 : 64), shapes);
    }

    private IEnumerable<Shape> MonthLabels(Scale along, double line, double width)
    {
        foreach (var month in Months)
        {
            yield return new LineShape(along.At(month.Day.DayNumber), line - 4, along.At(month.Day.DayNumber), line + 4, Ink.Base);
        }

        // The name of a month stands in the middle of it, below the circles.
        double Middle(DayLabel month) => along.At(Math.Min(month.Day.DayNumber + 15, To.DayNumber));
        var inside = Months.Where(m => Middle(m) + (TextWidth.Of(m.Text, Ink.TextTick) / 2) <= width).ToList();
        foreach (var month in AxisShapes.Spaced(inside, Middle, m => m.Text))
        {
            yield return new TextShape(Middle(month), line + 26, month.Text, Anchor.Middle, Ink.TextTick);
        }
    }
}
