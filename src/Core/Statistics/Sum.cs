namespace Mestring.Core.Statistics;

/// <summary>Sums that lose nothing to a large common offset.</summary>
/// <remarks>Neumaier, ZAMM 1974;54:39–51: the rounding error of every addition is carried along and added last.</remarks>
public record struct Sum
{
    private double _total;
    private double _lost;

    /// <summary>The sum so far, in the unit of the terms.</summary>
    public readonly double Value => _total + _lost;

    /// <summary>Adds one finite term.</summary>
    public void Add(double term)
    {
        var sum = _total + term;
        _lost += Math.Abs(_total) >= Math.Abs(term) ? _total - sum + term : term - sum + _total;
        _total = sum;
    }

    /// <summary>The sum of <paramref name="terms"/>; 0 for none.</summary>
    public static double Of(ReadOnlySpan<double> terms)
    {
        var sum = default(Sum);
        foreach (var term in terms)
        {
            sum.Add(term);
        }

        return sum.Value;
    }
}
