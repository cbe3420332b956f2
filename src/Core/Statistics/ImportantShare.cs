namespace Mestring.Core.Statistics;

/// <summary>How many changed at least as much as matters to a person, and how many as much the wrong way.</summary>
/// <param name="Threshold">The important change, in points of the instrument; reaching it exactly counts.</param>
/// <param name="Reached">Who reached it in the better direction; null when nobody has both measurements.</param>
/// <param name="Worsened">How many are at or beyond the threshold in the worse direction.</param>
public sealed record ImportantShare(double Threshold, Proportion? Reached, int Worsened)
{
    /// <summary>Counts the changes that reach <paramref name="threshold"/> (at least 0).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative.</exception>
    public static ImportantShare Of(ReadOnlySpan<double> changes, double threshold, Direction better)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        int reached = 0, worsened = 0;
        foreach (var change in changes)
        {
            var gain = better is Direction.HigherIsBetter ? change : -change;
            reached += gain >= threshold ? 1 : 0;
            worsened += -gain >= threshold ? 1 : 0;
        }

        return new ImportantShare(threshold, changes.IsEmpty ? null : new Proportion(reached, changes.Length), worsened);
    }
}
