using Mestring.Core.Statistics;

namespace Mestring.Core.Measures;

/// <summary>COPM scores of one person: means over the goals that were rated both times, so that a goal added later changes nothing.</summary>
/// <param name="PerformanceGoals">Goals with performance rated twice.</param>
/// <param name="SatisfactionGoals">Goals with satisfaction rated twice.</param>
/// <param name="Performance">Mean performance before and after, 1 to 10.</param>
/// <param name="Satisfaction">Mean satisfaction before and after, 1 to 10.</param>
/// <remarks>Law et al., Canadian Occupational Performance Measure, 5th ed., 2014: sum of ratings over number of problems.</remarks>
public sealed record CopmScores(int PerformanceGoals, int SatisfactionGoals, Pair Performance, Pair Satisfaction)
{
    /// <summary>Most goals a person chooses.</summary>
    public const int MaxGoals = 5;

    /// <summary>The scores of one person's goals.</summary>
    public static CopmScores Of(IEnumerable<CopmGoal> goals)
    {
        ArgumentNullException.ThrowIfNull(goals);
        var all = goals.ToList();
        var performance = all.Where(g => g is { Performance: not null, PerformanceAgain: not null }).ToList();
        var satisfaction = all.Where(g => g is { Satisfaction: not null, SatisfactionAgain: not null }).ToList();
        return new CopmScores(
            performance.Count,
            satisfaction.Count,
            new Pair(Mean(performance.Select(g => g.Performance)), Mean(performance.Select(g => g.PerformanceAgain))),
            new Pair(Mean(satisfaction.Select(g => g.Satisfaction)), Mean(satisfaction.Select(g => g.SatisfactionAgain))));
    }

    private static double? Mean(IEnumerable<CopmRating?> ratings) => ratings.Average(r => r?.Points);
}
