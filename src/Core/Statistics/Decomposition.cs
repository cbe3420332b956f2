namespace Mestring.Core.Statistics;

/// <summary>
/// Why one product of factors differs from another: what each factor contributes to the difference, in the unit of the product.
/// The contributions add up to the difference.
/// </summary>
/// <param name="Reference">The product at the reference.</param>
/// <param name="Value">The product at the unit.</param>
/// <param name="Contributions">One a factor, in the order given.</param>
public sealed record Decomposition(double Reference, double Value, IReadOnlyList<double> Contributions)
{
    /// <summary>Most factors of a product; the orders of nine would be 362 880.</summary>
    public const int MaxFactors = 8;

    /// <summary>Unit minus reference.</summary>
    public double Difference => Value - Reference;

    /// <summary>The mean contribution of each factor over every order in which the factors could change from reference to unit.</summary>
    /// <param name="reference">One value a factor, at least one and at most <see cref="MaxFactors"/>.</param>
    /// <param name="unit">As many values.</param>
    /// <exception cref="ArgumentException">The numbers of factors differ or are out of range.</exception>
    /// <remarks>Shapley, Contributions to the Theory of Games II, 1953, 307–317; Sun, Energy Econ 1998;20:85–100.</remarks>
    public static Decomposition Shapley(ReadOnlySpan<double> reference, ReadOnlySpan<double> unit)
    {
        var n = Check(reference, unit);
        var products = new double[1 << n];
        for (var set = 0; set < products.Length; set++)
        {
            var product = 1.0;
            for (var i = 0; i < n; i++)
            {
                product *= (set >> i & 1) == 1 ? unit[i] : reference[i];
            }

            products[set] = product;
        }

        var contributions = new double[n];
        for (var i = 0; i < n; i++)
        {
            Sum sum = default;
            for (var set = 0; set < products.Length; set++)
            {
                if ((set >> i & 1) == 0)
                {
                    sum.Add(Share(int.PopCount(set), n) * (products[set | 1 << i] - products[set]));
                }
            }

            contributions[i] = sum.Value;
        }

        // Where sets in between are far larger than both ends, rounding leaves a remainder; the largest part takes it.
        var largest = Array.IndexOf(contributions, contributions.MaxBy(Math.Abs));
        contributions[largest] += products[^1] - products[0] - Sum.Of(contributions);
        return new Decomposition(products[0], products[^1], contributions);
    }

    /// <summary>The logarithmic mean of the two products shared by the logarithms of the factors' ratios.</summary>
    /// <param name="reference">One value a factor, each at least 0.</param>
    /// <param name="unit">As many values.</param>
    /// <remarks>
    /// Ang, Energy Policy 2005;33:867–871 (LMDI-I). Where one product is 0 the difference is shared equally by the factors that
    /// are 0 on that side, the analytical limit of Ang and Liu, Energy 2007;32:238–246.
    /// </remarks>
    /// <exception cref="ArgumentException">The numbers of factors differ or are out of range, or a factor is negative.</exception>
    public static Decomposition LogMean(ReadOnlySpan<double> reference, ReadOnlySpan<double> unit)
    {
        var n = Check(reference, unit);
        double from = 1, to = 1;
        for (var i = 0; i < n; i++)
        {
            if (reference[i] < 0 || unit[i] < 0)
            {
                throw new ArgumentException("A factor below 0 has no logarithm.", nameof(unit));
            }

            from *= reference[i];
            to *= unit[i];
        }

        var contributions = new double[n];
        if (from == 0 || to == 0)
        {
            var side = from == 0 ? reference : unit;
            for (var i = 0; i < n && from != to; i++)
            {
                contributions[i] = side[i] == 0 ? (to - from) / side.Count(0) : 0;
            }

            return new Decomposition(from, to, contributions);
        }

        var mean = LogarithmicMean(to, from);
        for (var i = 0; i < n; i++)
        {
            contributions[i] = mean * LogRatio(unit[i], reference[i]);
        }

        return new Decomposition(from, to, contributions);
    }

    /// <summary>The sum over categories, such as age bands, of decompositions by the same factors.</summary>
    /// <exception cref="ArgumentException">The numbers of factors differ.</exception>
    public static Decomposition Total(IReadOnlyList<Decomposition> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var contributions = new double[categories[0].Contributions.Count];
        foreach (var category in categories)
        {
            if (category.Contributions.Count != contributions.Length)
            {
                throw new ArgumentException("Every category needs the same factors.", nameof(categories));
            }

            for (var i = 0; i < contributions.Length; i++)
            {
                contributions[i] += category.Contributions[i];
            }
        }

        return new Decomposition(categories.Sum(c => c.Reference), categories.Sum(c => c.Value), contributions);
    }

    private static int Check(ReadOnlySpan<double> reference, ReadOnlySpan<double> unit) =>
        reference.Length == unit.Length && reference.Length is >= 1 and <= MaxFactors
            ? reference.Length
            : throw new ArgumentException($"One to {MaxFactors} factors are wanted, as many for the unit as for the reference.", nameof(unit));

    /// <summary>|S|! (n − |S| − 1)! / n!, the share of orders in which just the set S has changed before.</summary>
    private static double Share(int size, int n)
    {
        var share = 1.0 / n;
        for (var i = 1; i <= size; i++)
        {
            share *= (double)i / (n - i);
        }

        return share;
    }

    private static double LogarithmicMean(double a, double b) => a == b ? a : (a - b) / LogRatio(a, b);

    /// <summary>ln(a/b), also where a and b are nearly equal.</summary>
    private static double LogRatio(double a, double b) => a / b is > 0.5 and < 2 ? Gamma.LogOnePlus((a - b) / b) : Math.Log(a / b);
}
