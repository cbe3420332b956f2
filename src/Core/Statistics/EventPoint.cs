namespace Mestring.Core.Statistics;

/// <summary>One period of a p or u chart with its own limits, since they depend on its size.</summary>
/// <param name="Value">Events over size; null for a gap or a size of 0.</param>
/// <param name="Limits">Three-sigma limits; null where the value is.</param>
public readonly record struct EventPoint(double? Value, Interval? Limits)
{
    /// <summary>Beyond a limit.</summary>
    public bool Outside => Value is { } value && Limits is { } limits && !limits.Contains(value);
}
