namespace Mestring.Core.Measures;

/// <summary>What is known of a goal besides the person's own words, which stay where they were written.</summary>
/// <param name="Number">The goal's number, which stays with it through the course.</param>
/// <param name="Domain">The part of daily life it belongs to.</param>
public readonly record struct GoalPlan(byte Number, GoalDomain Domain);
