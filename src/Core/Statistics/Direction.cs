namespace Mestring.Core.Statistics;

/// <summary>Which way is better on a scale.</summary>
public enum Direction
{
    /// <summary>A higher value is better, as on COPM and SPPB.</summary>
    HigherIsBetter,

    /// <summary>A lower value is better, as for seconds on Timed Up and Go or hours of help.</summary>
    LowerIsBetter,
}
