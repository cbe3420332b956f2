namespace Mestring.Core.Measures;

/// <summary>Working time of one profession in one week of a course.</summary>
/// <param name="Week">The week of the course, the first being 1.</param>
/// <param name="Profession">Who worked.</param>
/// <param name="Direct">Minutes with the person; null is not registered.</param>
/// <param name="Travel">Minutes on the way; null is not registered.</param>
/// <param name="Coordination">Minutes of coordination and documentation; null is not registered.</param>
public readonly record struct WorkInput(int Week, Profession Profession, int? Direct, int? Travel, int? Coordination)
{
    /// <summary>The last week that is registered.</summary>
    public const int LastWeek = 52;

    /// <summary>Most minutes of a kind in a week: more than a week has is a slip.</summary>
    public const int MaxMinutes = 7 * 24 * 60;

    /// <summary>The minutes that are registered, together.</summary>
    public int Minutes => (Direct ?? 0) + (Travel ?? 0) + (Coordination ?? 0);
}
