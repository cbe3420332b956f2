namespace Mestring.Core.Measures;

/// <summary>How far one goal was attained at one point, by goal attainment scaling.</summary>
/// <param name="Goal">The goal's number, which stays with the goal through the course.</param>
/// <param name="Judged">Its weight and how far it was attained.</param>
public readonly record struct AttainedGoal(int Goal, GasGoal Judged);
