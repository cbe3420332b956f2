namespace Mestring.Core.Statistics;

/// <summary>What growing would do to a unit's efficiency.</summary>
public enum ReturnsToScale
{
    /// <summary>The unit has a productive size.</summary>
    Constant,

    /// <summary>The unit is smaller than the most productive size.</summary>
    Increasing,

    /// <summary>The unit is larger than the most productive size.</summary>
    Decreasing,
}
