namespace Mestring.Core.Charts;

/// <summary>A value that holds until it is changed, such as granted hours a week.</summary>
/// <param name="Text">What it says in words.</param>
/// <param name="Axis">Begins at zero and holds all values.</param>
/// <param name="From">The first day shown.</param>
/// <param name="To">The last day shown; after <paramref name="From"/>.</param>
/// <param name="Steps">Oldest first.</param>
/// <param name="Until">How far the values are known, and its name ("i dag").</param>
/// <param name="Months">The first day of each month.</param>
/// <param name="Events">Oldest first; drawn dotted, such as the measurements.</param>
public sealed record StepChart(ChartText Text, Axis Axis, DateOnly From, DateOnly To, IReadOnlyList<StepPoint> Steps, DayLabel Until, IReadOnlyList<DayLabel> Months, IReadOnlyList<DayLabel> Events) : Chart(Text)
{
    private const double Top = 30;
    private const double Bottom = 144;

    /// <inheritdoc/>
    public override Picture Draw(double width)
    {
        var left = TextWidth.Widest(Axis.Ticks.Select(t => t.Text), Ink.TextTick) + 10;
        var along = new Scale(From.DayNumber, To.DayNumber, left, width - Math.Max(8, TextWidth.Of(Until.Text, Ink.TextQuiet) + 12));
        var up = new Scale(Axis.From, Axis.To, Bottom, Top);
        List<Shape> shapes = [.. AxisShapes.Up(Axis, up, left, along.End), .. MonthLabels(along), .. EventLines(along)];
        var labelled = (Right: 0.0, Line: 0.0);
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            var end = Day(i + 1 < Steps.Count ? Steps[i + 1].Day : Until.Day);
            if (step.Value is not { } value || end <= Day(step.Day))
            {
                continue;
            }

            var (x, y) = (along.At(Day(step.Day)), up.At(value));
            List<Point> line = [new(x, y), new(along.At(end), y)];
            if (i + 1 < Steps.Count && Steps[i + 1].Value is { } next)
            {
                line.Add(new(along.At(end), up.At(next)));
            }

            shapes.Add(new PolyShape(line, false, Ink.LineOwn) { Title = step.Text });
            if (x + 4 >= labelled.Right || Math.Abs(y - 6 - labelled.Line) > 15)
            {
                shapes.Add(new TextShape(x + 4, y - 6, step.Text, Anchor.Start, Ink.TextValue) { Halo = true });
                labelled = (x + 8 + TextWidth.Of(step.Text, Ink.TextValue), y - 6);
            }
        }

        if (Steps is [.., { Value: { } last }])
        {
            shapes.Add(new CircleShape(along.At(Day(Until.Day)), up.At(last), 4.5, Ink.Own) { Title = $"{Until.Text}: {Steps[^1].Text}" });
            shapes.Add(new TextShape(along.At(Day(Until.Day)) + 9, up.At(last) + 4.5, Until.Text, Anchor.Start, Ink.TextQuiet) { Halo = true });
        }

        return new(width, Bottom + 24, shapes);
    }

    private double Day(DateOnly day) => Math.Clamp(day.DayNumber, From.DayNumber, To.DayNumber);

    private IEnumerable<Shape> MonthLabels(Scale along)
    {
        foreach (var month in Months)
        {
            yield return new LineShape(along.At(Day(month.Day)), Bottom, along.At(Day(month.Day)), Bottom + 5, Ink.Base);
        }

        foreach (var month in AxisShapes.Spaced([.. Months.Where(m => along.At(Day(m.Day)) + 3 + TextWidth.Of(m.Text, Ink.TextTick) <= along.End + 20)], m => along.At(Day(m.Day)), m => m.Text))
        {
            yield return new TextShape(along.At(Day(month.Day)) + 3, Bottom + 18, month.Text, Anchor.Start, Ink.TextTick);
        }
    }

    private IEnumerable<Shape> EventLines(Scale along)
    {
        var labelled = 0.0;
        foreach (var happened in Events)
        {
            var x = along.At(Day(happened.Day));
            yield return new LineShape(x, Top - 22, x, Bottom, Ink.Target) { Title = happened.Text };
            if (x + 4 >= labelled)
            {
                yield return new TextShape(x + 4, Top - 14, happened.Text, Anchor.Start, Ink.TextQuiet) { Halo = true };
                labelled = x + 8 + TextWidth.Of(happened.Text, Ink.TextQuiet);
            }
        }
    }
}
