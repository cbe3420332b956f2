namespace Mestring.Core.Statistics;

/// <summary>Finds where a tail of a distribution on [0, ∞) has a given size.</summary>
internal static class TailRoot
{
    /// <summary>The x ≥ 0 with tail(x) = <paramref name="size"/>, by Newton's method on the logarithm, kept inside a shrinking bracket.</summary>
    /// <param name="tail">A monotone tail probability and the density at the same point.</param>
    /// <param name="size">The tail wanted, a fraction in (0, 1).</param>
    /// <param name="start">A first guess above 0.</param>
    /// <param name="rising">Whether the tail grows with x (a lower tail).</param>
    internal static double Find(Func<double, (double Tail, double Density)> tail, double size, double start, bool rising)
    {
        double low = 0, high = double.PositiveInfinity, x = start;
        for (var i = 0; i < 400; i++)
        {
            var (p, density) = tail(x);
            if (p > size == rising)
            {
                high = x;
            }
            else
            {
                low = x;
            }

            var slope = (rising ? density : -density) / p;
            var next = x - (Math.Log(p / size) / slope);
            if (!(next > low && next < high))
            {
                next = double.IsPositiveInfinity(high) ? x * 2 : low + ((high - low) / 2);
            }

            if (Math.Abs(next - x) <= 1e-15 * x)
            {
                return next;
            }

            x = next;
        }

        return x;
    }
}
