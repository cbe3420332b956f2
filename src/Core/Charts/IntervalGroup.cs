namespace Mestring.Core.Charts;

/// <summary>Estimates that share a threshold, such as one instrument at several times.</summary>
/// <param name="Name">Empty when the chart has only one group and needs no heading.</param>
/// <param name="Rows">In the order of time.</param>
/// <param name="Threshold">Drawn dotted through the rows of the group.</param>
public sealed record IntervalGroup(string Name, IReadOnlyList<IntervalRow> Rows, double? Threshold = null);
