namespace Mestring.Core.Measures;

/// <summary>One goal of goal attainment scaling.</summary>
/// <param name="Weight">How much the goal counts, 0 or more.</param>
/// <param name="Attained">How far it was attained.</param>
public readonly record struct GasGoal(double Weight, GasLevel Attained);
