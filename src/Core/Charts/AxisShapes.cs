namespace Mestring.Core.Charts;

/// <summary>The pale lines and the numbers of an axis.</summary>
internal static class AxisShapes
{
    /// <summary>An axis that runs across: its lines from top to bottom, its numbers at <paramref name="line"/>.</summary>
    public static IEnumerable<Shape> Across(Axis axis, Scale scale, double top, double bottom, double line)
    {
        foreach (var tick in axis.Ticks)
        {
            var x = scale.At(tick.Value);
            yield return new LineShape(x, top, x, bottom, tick.Value == 0 ? Ink.Base : Ink.Grid);
        }

        foreach (var tick in Spaced(axis.Ticks, t => scale.At(t.Value), t => t.Text))
        {
            yield return new TextShape(scale.At(tick.Value), line, tick.Text, Anchor.Middle, Ink.TextTick);
        }
    }

    /// <summary>An axis that runs upwards: its lines from left to right, its numbers to the left of them.</summary>
    public static IEnumerable<Shape> Up(Axis axis, Scale scale, double left, double right)
    {
        foreach (var tick in axis.Ticks)
        {
            var y = scale.At(tick.Value);
            yield return new LineShape(left, y, right, y, tick.Value == 0 ? Ink.Base : Ink.Grid);
            yield return new TextShape(left - 6, y + 4, tick.Text, Anchor.End, Ink.TextTick);
        }
    }

    /// <summary>Every item, every second, every third … : as many as stand beside each other without meeting.</summary>
    public static IEnumerable<T> Spaced<T>(IReadOnlyList<T> items, Func<T, double> at, Func<T, string> text)
    {
        for (var every = 1; every < items.Count; every++)
        {
            var some = items.Where((_, i) => i % every == 0).ToList();
            if (some.Zip(some.Skip(1)).All(p => Math.Abs(at(p.Second) - at(p.First)) >= 6 + ((TextWidth.Of(text(p.First), Ink.TextTick) + TextWidth.Of(text(p.Second), Ink.TextTick)) / 2)))
            {
                return some;
            }
        }

        return items.Take(1);
    }
}
