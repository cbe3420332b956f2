using Mestring.Core.Statistics;

namespace Mestring.Core.Measures;

/// <summary>The T score of a person's goals: 50 when all are attained as expected; it is no percentage and depends on the number of goals.</summary>
/// <remarks>
/// Kiresuk and Sherman, Community Ment Health J 1968;4:443–453, with the correlation of goals 0.3; formula as corrected in the
/// erratum to Turner-Stokes, Clin Rehabil 2009;23:362–370.
/// </remarks>
public static class GoalAttainment
{
    /// <summary>The correlation assumed between goals.</summary>
    public const double Correlation = 0.3;

    /// <summary>The T score; null without goals or when every weight is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is below 0.</exception>
    public static double? TScore(IEnumerable<GasGoal> goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        Sum weights = default, squares = default, attained = default;
        foreach (var goal in goals)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(goal.Weight, nameof(goals));
            weights.Add(goal.Weight);
            squares.Add(goal.Weight * goal.Weight);
            attained.Add(goal.Weight * goal.Attained.Level);
        }

        var total = weights.Value;
        return total > 0
            ? 50 + (10 * attained.Value / Math.Sqrt(((1 - Correlation) * squares.Value) + (Correlation * total * total)))
            : null;
    }
}
