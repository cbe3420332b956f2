using Mestring.Core.Disclosure;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Core.Statistics;

namespace Mestring.Web.Comparison;

/// <summary>
/// The courses of a network and whose results are asked for. What is one's own is computed as it is; everything about others goes through
/// <see cref="DisclosureRule"/> here, so that pages and files only ever hold released figures.
/// </summary>
/// <param name="Network">The run.</param>
/// <param name="Names">Every member.</param>
/// <param name="Own">The municipality that looks at itself; null for the network leader, who has no figures of her own.</param>
/// <param name="Cases">All courses of the network.</param>
/// <param name="Today">The day the figures are true.</param>
internal sealed record Results(
    NetworkDefinition Network,
    IReadOnlyDictionary<MunicipalityCode, string> Names,
    MunicipalityCode? Own,
    IReadOnlyList<CaseOutcome> Cases,
    DateOnly Today)
{
    private readonly ILookup<MunicipalityCode, CaseOutcome> _byMunicipality = Cases.ToLookup(c => c.Municipality);

    /// <summary>The municipality's own courses; none for the leader.</summary>
    public IReadOnlyList<CaseOutcome> OwnCases { get; } = Own is { } own ? [.. Cases.Where(c => c.Municipality == own)] : [];

    /// <summary>How many courses have begun in the network, if that may be told.</summary>
    public Released<int> Started => DisclosureRule.Release(
        [.. _byMunicipality.Select(m => new Contribution<MunicipalityCode, int>(m.Key, m.Count(), m.Count()))], Cases.Count).Whole;

    /// <summary>The points that are measured after the start, in the order of time.</summary>
    public IReadOnlyList<FollowUpWindow> FollowUps => [.. Network.Programme.Windows.Where(w => w.Point is not MeasurementPoint.Start).OrderBy(w => w.Point)];

    /// <summary>The change of one's own since the start, over those who have both measurements; null for the leader.</summary>
    public PairedChange? OwnChange(Outcome outcome, MeasurementPoint point) => Own is null ? null : Change(OwnCases, outcome, point);

    /// <summary>The change of the network and of each municipality.</summary>
    public NetworkRelease<MunicipalityCode, PairedChange> Release(Outcome outcome, MeasurementPoint point) => DisclosureRule.Release(
        [
            .. _byMunicipality.Select(m => Change(m, outcome, point) is var change ? new Contribution<MunicipalityCode, PairedChange>(m.Key, change.Pairs, change) : default),
        ],
        Change(Cases, outcome, point),
        DisclosureRule.FewestForMean);

    /// <summary>How many of one's own courses fall into each part; null for the leader.</summary>
    public IReadOnlyList<int>? OwnParts(Func<CaseOutcome, int?> part, int parts) => Own is null ? null : Count(OwnCases, part, parts);

    /// <summary>How many courses of the network fall into each part, as far as that may be told.</summary>
    /// <param name="part">The part a course falls into, counted from 0, or null for one that takes no part.</param>
    /// <param name="parts">How many parts there are.</param>
    public IReadOnlyList<Released<int>> Parts(Func<CaseOutcome, int?> part, int parts) =>
        _byMunicipality.Count > 0 ? DisclosureRule.Parts([.. _byMunicipality.Select(m => Count(m, part, parts))]) : [.. Enumerable.Repeat(default(Released<int>), parts)];

    /// <summary>Whether anybody in the network is measured with the instrument of this outcome.</summary>
    public bool IsUsed(Outcome outcome) => outcome switch
    {
        Outcome.CopmPerformance or Outcome.CopmSatisfaction => Cases.Any(c => c.Instrument is GoalInstrument.Copm),
        Outcome.Psfs => Cases.Any(c => c.Instrument is GoalInstrument.Psfs),
        _ => true,
    };

    /// <summary>The instrument behind an outcome; null for granted hours, which are no instrument.</summary>
    public static Instrument? InstrumentOf(Outcome outcome) => outcome switch
    {
        Outcome.CopmPerformance => Instrument.CopmPerformance,
        Outcome.CopmSatisfaction => Instrument.CopmSatisfaction,
        Outcome.Psfs => Instrument.PsfsMean,
        Outcome.Sppb => Instrument.SppbTotal,
        Outcome.ServiceSatisfaction => Instrument.ServiceSatisfaction,
        _ => null,
    };

    private static PairedChange Change(IEnumerable<CaseOutcome> cases, Outcome outcome, MeasurementPoint point) => PairedChange.Of(
        cases.Select(c => c.Between(outcome, MeasurementPoint.Start, point)),
        InstrumentOf(outcome)?.Better ?? Direction.LowerIsBetter,
        InstrumentOf(outcome)?.DefaultImportantChange?.Value);

    private static int[] Count(IEnumerable<CaseOutcome> cases, Func<CaseOutcome, int?> part, int parts)
    {
        var counts = new int[parts];
        foreach (var each in cases)
        {
            if (part(each) is { } at)
            {
                counts[at]++;
            }
        }

        return counts;
    }
}
