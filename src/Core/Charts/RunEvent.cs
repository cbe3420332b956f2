namespace Mestring.Core.Charts;

/// <summary>Something that happened along a line over time.</summary>
/// <param name="At">Between which points: 1.5 is midway between the second and the third.</param>
/// <param name="Text">What happened, such as "samling 2".</param>
public sealed record RunEvent(double At, string Text);
