namespace Mestring.Core.Measures;

/// <summary>The person's own rating of one goal at one point, in points of the course's goal instrument; null is not rated.</summary>
/// <param name="Goal">The goal's number, which stays with the goal through the course.</param>
/// <param name="Performance">How well it goes: COPM 1 to 10, PSFS 0 to 10.</param>
/// <param name="Satisfaction">How satisfied the person is with it: COPM 1 to 10; always null with PSFS.</param>
public readonly record struct GoalRating(byte Goal, byte? Performance, byte? Satisfaction);
