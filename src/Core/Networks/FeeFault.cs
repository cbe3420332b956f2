namespace Mestring.Core.Networks;

/// <summary>A fault in a fee table and where it is.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Row">The row it was found in, counted from 1; 0 when the table has none.</param>
/// <param name="From">The first number of inhabitants concerned.</param>
/// <param name="To">The last number of inhabitants concerned; null for "and above".</param>
public sealed record FeeFault(FeeFaultKind Kind, int Row, int From, int? To);
