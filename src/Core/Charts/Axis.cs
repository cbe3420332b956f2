namespace Mestring.Core.Charts;

/// <summary>The values a chart spans, with three to five round ticks.</summary>
/// <param name="From">The lowest value.</param>
/// <param name="To">The highest value; above <paramref name="From"/>.</param>
/// <param name="Ticks">Lowest first.</param>
public sealed record Axis(double From, double To, IReadOnlyList<Tick> Ticks)
{
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>An axis that holds all the values and ends on round numbers; whole ones when every value is whole, for there are no half persons.</summary>
    /// <param name="values">What must be inside, intervals and thresholds too; anything that is not a number is passed over.</param>
    /// <param name="text">How a tick is written.</param>
    /// <param name="includeZero">Whether zero must be on the axis, as for bars and differences.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static Axis Around(IEnumerable<double> values, Func<double, string> text, bool includeZero = false)
    {
        var all = values.Where(v => !double.IsNaN(v)).ToList();
        if (all.Exists(double.IsInfinity))
        {
            throw new ArgumentException("An axis cannot hold an infinite value.", nameof(values));
        }

        if (includeZero || all.Count == 0)
        {
            all.Add(0);
        }

        var (low, high) = (all.Min(), all.Max());
        if (high - low < 1e-9 * Math.Max(1, Math.Abs(high)))
        {
            (low, high) = low >= 0 && includeZero ? (low, low + 1) : (low - 1, high + 1);
        }

        var step = Step(low, high, all.TrueForAll(v => v == Math.Round(v)));
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        return Between(first * step, last * step, step, text);
    }

    /// <summary>An axis with fixed ends, such as 1 to 10 for an instrument.</summary>
    public static Axis Between(double from, double to, double step, Func<double, string> text)
    {
        var count = (int)Math.Round((to - from) / step) + 1;
        // Rounded, so that 0.1 + 0.2 is written 0,3 and minus zero as zero.
        return new(from, to, [.. Enumerable.Range(0, count).Select(i => Math.Round(from + (i * step), 10) + 0.0).Select(v => new Tick(v, text(v)))]);
    }

    /// <summary>The smallest round step that gives at most five ticks.</summary>
    private static double Step(double low, double high, bool inWhole)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10((high - low) / 4)) - 1);
        while (true)
        {
            foreach (var part in Steps)
            {
                var step = part * power;
                if ((!inWhole || step == Math.Round(step)) && Math.Ceiling((high / step) - 1e-9) - Math.Floor((low / step) + 1e-9) <= 4)
                {
                    return step;
                }
            }

            power *= 10;
        }
    }
}
