namespace Mestring.Core.Statistics;

/// <summary>How values are spread when each counts a number of times.</summary>
/// <remarks>Type 7 with weights as counts: whole weights give what repeating each value gives. Harrell, Hmisc, wtd.quantile.</remarks>
public sealed class WeightedDistribution
{
    private readonly double[] _values;
    private readonly double[] _upTo;

    private WeightedDistribution(double[] values, double[] upTo, double? mean) => (_values, _upTo, Mean) = (values, upTo, mean);

    /// <summary>The weighted mean; null without weight.</summary>
    public double? Mean { get; }

    /// <summary>The distribution of values in any order, each with its weight of at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is below 0.</exception>
    public static WeightedDistribution Of(IEnumerable<(double Value, double Weight)> values)
    {
        var sorted = values.Where(v => v.Weight != 0).OrderBy(v => v.Value).ToList();
        var upTo = new double[sorted.Count];
        Sum total = default, weighted = default;
        for (var i = 0; i < upTo.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sorted[i].Weight, nameof(values));
            total.Add(sorted[i].Weight);
            weighted.Add(sorted[i].Weight * sorted[i].Value);
            upTo[i] = total.Value;
        }

        return new WeightedDistribution([.. sorted.Select(v => v.Value)], upTo, upTo.Length > 0 ? weighted.Value / total.Value : null);
    }

    /// <summary>The value below which a share <paramref name="p"/> of the weight lies; null without weight.</summary>
    /// <param name="p">A fraction in [0, 1].</param>
    public double? Quantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1);
        if (_values.Length == 0)
        {
            return null;
        }

        var place = Math.Max(0, _upTo[^1] - 1) * p;
        var whole = Math.Floor(place);
        var (low, high) = (At(whole + 1), At(whole + 2));
        return low + ((place - whole) * (high - low));
    }

    /// <summary>The value of the person of that number, counted from 1.</summary>
    private double At(double number)
    {
        var index = Array.BinarySearch(_upTo, number);
        return _values[Math.Min(index < 0 ? ~index : index, _values.Length - 1)];
    }
}
