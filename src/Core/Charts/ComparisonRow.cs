namespace Mestring.Core.Charts;

/// <summary>One municipality's value with its uncertainty.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Value">The value as written, or ":" suppressed, ".." not reported, "." not applicable.</param>
/// <param name="Interval">The interval as written; empty where there is none.</param>
/// <param name="Point">The value; null where it is not shown.</param>
/// <param name="Low">The lower limit; null where there is no interval.</param>
/// <param name="High">The upper limit; null where there is no interval.</param>
/// <param name="IsOwn">Whether it is one's own municipality.</param>
/// <param name="Why">Where the value is not shown: why, in a word ("skjult").</param>
public sealed record ComparisonRow(string Name, string Value, string Interval, double? Point = null, double? Low = null, double? High = null, bool IsOwn = false, string? Why = null);
