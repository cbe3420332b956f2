namespace Mestring.Core.Charts;

/// <summary>One municipality's count.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Value">The count as written, or ":" suppressed, ".." not reported.</param>
/// <param name="Count">Null where it is not shown; 0 is a real zero.</param>
/// <param name="IsOwn">Whether it is one's own municipality.</param>
/// <param name="Why">Where the count is not shown: why, in a word ("skjult").</param>
public sealed record CountRow(string Name, string Value, double? Count, bool IsOwn = false, string? Why = null);
