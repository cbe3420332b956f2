namespace Mestring.Core.Measures;

/// <summary>One activity a person chose, rated for performance and satisfaction at the start and again; null is not rated.</summary>
/// <param name="Performance">Performance at the start.</param>
/// <param name="Satisfaction">Satisfaction at the start.</param>
/// <param name="PerformanceAgain">Performance at the second rating.</param>
/// <param name="SatisfactionAgain">Satisfaction at the second rating.</param>
public readonly record struct CopmGoal(CopmRating? Performance, CopmRating? Satisfaction, CopmRating? PerformanceAgain, CopmRating? SatisfactionAgain);
