namespace Mestring.Core.Statistics;

/// <summary>One period of a process chart and what the rules say of it; a gap has no value and no flag.</summary>
/// <param name="Value">The value, or null for a gap.</param>
/// <param name="Phase">Index of its phase, from 0.</param>
/// <param name="Signals">The rules it takes part in.</param>
public readonly record struct ProcessPoint(double? Value, int Phase, ProcessSignals Signals);
