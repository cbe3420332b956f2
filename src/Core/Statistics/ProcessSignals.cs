namespace Mestring.Core.Statistics;

/// <summary>Rules that tell a change of a process from its ordinary variation.</summary>
/// <remarks>NHS England, Making Data Count: strengthening your decisions, 2019.</remarks>
[Flags]
public enum ProcessSignals
{
    /// <summary>Ordinary variation.</summary>
    None = 0,

    /// <summary>Beyond a limit.</summary>
    Outside = 1,

    /// <summary>One of seven or more in a row on one side of the mean.</summary>
    Shift = 2,

    /// <summary>One of seven or more in a row, each above (or each below) the one before.</summary>
    Trend = 4,

    /// <summary>Near a limit, with another of the three in a row that are all on its side of the mean.</summary>
    TwoOfThree = 8,
}
