namespace Mestring.Core.Measures;

/// <summary>Working time of one profession in a course, all weeks together.</summary>
/// <param name="Profession">Who worked.</param>
/// <param name="Direct">Minutes with the person; null is not registered in any week.</param>
/// <param name="Travel">Minutes on the way; null is not registered in any week.</param>
/// <param name="Coordination">Minutes of coordination and documentation; null is not registered in any week.</param>
public readonly record struct ProfessionTime(Profession Profession, int? Direct, int? Travel, int? Coordination)
{
    /// <summary>The minutes that are registered, together; null when none are.</summary>
    public int? Minutes => Plus(Plus(Direct, Travel), Coordination);

    /// <summary>The weeks of a course together.</summary>
    /// <param name="weeks">In any order.</param>
    /// <returns>One for each profession, in the order of the professions.</returns>
    public static IReadOnlyList<ProfessionTime> Of(IEnumerable<WorkInput> weeks)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        return
        [
            .. weeks.GroupBy(w => w.Profession).OrderBy(g => g.Key).Select(g => g.Aggregate(
                new ProfessionTime(g.Key, null, null, null),
                (sum, week) => sum with { Direct = Plus(sum.Direct, week.Direct), Travel = Plus(sum.Travel, week.Travel), Coordination = Plus(sum.Coordination, week.Coordination) })),
        ];
    }

    private static int? Plus(int? one, int? other) => one is null ? other : one + (other ?? 0);
}
