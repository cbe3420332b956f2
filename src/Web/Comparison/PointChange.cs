using Mestring.Core.Disclosure;
using Mestring.Core.Statistics;

namespace Mestring.Web.Comparison;

/// <summary>A change at a point as it may be shown: the figure, or why there is none. Only <see cref="Results"/> decides which.</summary>
/// <param name="Persons">Those who have the value both times; null where not even that may be told.</param>
/// <param name="Figure">The change; null where it is not shown.</param>
/// <param name="Gap">Why it is not; null where it is.</param>
/// <param name="Reason">Why it is hidden, where it is.</param>
internal sealed record PointChange(int? Persons, PairedChange? Figure, Gap? Gap = null, Suppression? Reason = null)
{
    /// <summary>One's own.</summary>
    public static PointChange Own(PairedChange change, bool isComplete) =>
        change.Pairs < DisclosureRule.FewestForMean ? new(change.Pairs, null, Comparison.Gap.Few) : Complete(change, isComplete);

    /// <summary>What has been released; null for a municipality with nobody.</summary>
    public static PointChange Of(Released<PairedChange>? released, bool isComplete) => released switch
    {
        null => new(null, null, Comparison.Gap.NotYet),
        { IsShown: true, Value: { } change } => Complete(change, isComplete),
        { } hidden => new(null, null, Comparison.Gap.Hidden, hidden.Reason),
    };

    private static PointChange Complete(PairedChange change, bool isComplete) => isComplete ? new(change.Pairs, change) : new(change.Pairs, null, Comparison.Gap.Incomplete);
}
