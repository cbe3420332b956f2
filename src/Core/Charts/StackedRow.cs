namespace Mestring.Core.Charts;

/// <summary>A bar in parts that add up to a whole.</summary>
public sealed record StackedRow(string Label, IReadOnlyList<StackedPart> Parts);
