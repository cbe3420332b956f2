using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>Rules about what must not change: ratings of different things cannot be compared.</summary>
public static class ChangeRules
{
    /// <summary>The words of a goal change though ratings of it stay.</summary>
    public const string GoalRated = "goal-rated";

    /// <summary>What goals are rated with changes though ratings stay.</summary>
    public const string InstrumentRated = "instrument-rated";

    /// <summary>Every id.</summary>
    public static IReadOnlyList<string> Ids { get; } = [GoalRated, InstrumentRated];

    /// <summary>Numbers of the goals somebody has rated, by the person's own rating or by attainment.</summary>
    /// <param name="course">The course.</param>
    /// <param name="ownRatingOnly">Whether attainment is left out: it does not depend on what the goals are rated with.</param>
    public static IReadOnlySet<int> Rated(CaseValues course, bool ownRatingOnly = false)
    {
        ArgumentNullException.ThrowIfNull(course);
        return Enumerable.Range(1, CaseFields.MaxGoals).Where(goal => course.Points.Any(point =>
            course.Text(point, MeasurementItems.Performance(goal)) is not null
            || course.Text(point, MeasurementItems.GoalSatisfaction(goal)) is not null
            || (!ownRatingOnly && course.Text(point, MeasurementItems.Attainment(goal)) is not null))).ToHashSet();
    }

    /// <summary>What the change would break; all of them errors.</summary>
    internal static IEnumerable<RuleFinding> Check(CaseValues before, CaseValues after)
    {
        foreach (var goal in Rated(before).Intersect(Rated(after)).Order())
        {
            var path = CaseFields.GoalText(goal);
            if (before.Text(path) is { } words && !string.Equals(words, after.Text(path), StringComparison.Ordinal))
            {
                yield return new RuleFinding(GoalRated, RuleSeverity.Error, path, [goal.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        if (Rated(before, ownRatingOnly: true).Overlaps(Rated(after, ownRatingOnly: true)) && before.Text("instrument") is { } instrument
            && !string.Equals(instrument, after.Text("instrument"), StringComparison.Ordinal))
        {
            yield return new RuleFinding(InstrumentRated, RuleSeverity.Error, "instrument", [instrument]);
        }
    }
}
