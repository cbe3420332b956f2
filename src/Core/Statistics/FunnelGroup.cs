namespace Mestring.Core.Statistics;

/// <summary>One group of a funnel: its value, the limits at its size and where it stands.</summary>
/// <param name="Value">Its share or mean; null for a group of nobody.</param>
/// <param name="Limits95">Where 95 in 100 groups of this size would lie if all were alike; null where no limits can be drawn.</param>
/// <param name="Limits998">Where 998 in 1000 would lie.</param>
public readonly record struct FunnelGroup(double? Value, Interval? Limits95, Interval? Limits998)
{
    /// <summary>Outside the wide limits: different from the others in a way chance hardly explains.</summary>
    public bool Outlier => Value is { } value && Limits998 is { } limits && !limits.Contains(value);
}
