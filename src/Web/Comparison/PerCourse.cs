using Mestring.Core.Disclosure;
using Mestring.Core.Places;
using Mestring.Core.Statistics;

namespace Mestring.Web.Comparison;

/// <summary>Hours of each course in the network: the mean with its interval as it may be shown, and one's own.</summary>
/// <param name="Release">What may be told of the network and of each municipality.</param>
/// <param name="Own">One's own, as they are; null for the leader.</param>
/// <param name="Parts">How many courses of the network are counted, run, and cannot be counted, as far as that may be told.</param>
internal sealed record PerCourse(NetworkRelease<MunicipalityCode, Moments> Release, Moments? Own, IReadOnlyList<Released<int>> Parts)
{
    /// <summary>A municipality's mean; null where there is none to show.</summary>
    public Moments? Of(MunicipalityCode municipality, bool isOwn) =>
        isOwn ? Own is { Count: >= DisclosureRule.FewestForMean } own ? own : null
        : Release.Municipalities.TryGetValue(municipality, out var released) && released.IsShown ? released.Value : null;
}
