namespace Mestring.Core.Charts;

/// <summary>A place on an axis and what stands there.</summary>
public sealed record Tick(double Value, string Text);
