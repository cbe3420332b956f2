namespace Mestring.Core.Networks;

/// <summary>A fault in the terms of a run.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Gathering">The number of the gathering it is about; null when it is about none.</param>
public sealed record TermsFault(TermsFaultKind Kind, int? Gathering);
