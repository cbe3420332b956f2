namespace Mestring.Core.Statistics;

/// <summary>The centre line and natural limits of one phase of a process chart, in the unit of the series.</summary>
/// <param name="Count">Values present in the phase.</param>
/// <param name="Mean">The centre line; null without a value.</param>
/// <param name="MeanRange">The mean moving range; null when no two neighbouring periods have a value.</param>
public readonly record struct ProcessLimits(int Count, double? Mean, double? MeanRange)
{
    /// <summary>3 over d₂ = 1.128, rounded as in the charts' literature.</summary>
    public const double RangeFactor = 2.66;

    /// <summary>A moving range this many times the mean is itself out of the ordinary.</summary>
    public const double ScreenFactor = 3.267;

    /// <summary>Fewer values than this make provisional limits.</summary>
    public const int EnoughValues = 12;

    /// <summary>The lower natural limit.</summary>
    public double? Lower => Mean - (RangeFactor * MeanRange);

    /// <summary>The upper natural limit.</summary>
    public double? Upper => Mean + (RangeFactor * MeanRange);

    /// <summary>Too few values for limits to trust.</summary>
    public bool Provisional => Count < EnoughValues;
}
