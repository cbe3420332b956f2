namespace Mestring.Core.Measures;

/// <summary>Granted hours a week from one day until the next step; the last step goes on.</summary>
/// <param name="From">The first day.</param>
/// <param name="HoursPerWeek">Hours a week, 0 or more.</param>
public readonly record struct HoursStep(DateOnly From, double HoursPerWeek);
