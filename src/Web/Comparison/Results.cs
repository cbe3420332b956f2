using System.Runtime.InteropServices;
using Mestring.Core.Disclosure;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Core.Statistics;

namespace Mestring.Web.Comparison;

/// <summary>
/// The courses of a network and whose results are asked for. What is one's own is computed as it is; everything about others goes through
/// <see cref="DisclosureRule"/> here, so that pages and files only ever hold released figures. Each figure is computed once a page.
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
    private readonly Dictionary<MunicipalityCode, List<CaseOutcome>> _byMunicipality = Group(Cases);
    private readonly Dictionary<(Func<CaseOutcome, int?>, int), Dictionary<MunicipalityCode, int[]>> _sorted = [];
    private readonly Dictionary<(Outcome, MeasurementPoint), (NetworkRelease<MunicipalityCode, PairedChange> Release, PairedChange? Own)> _changes = [];
    private Dictionary<MunicipalityCode, Counted>? _counted;

    /// <summary>The municipality's own courses; none for the leader.</summary>
    public IReadOnlyList<CaseOutcome> OwnCases => Own is { } own && _byMunicipality.TryGetValue(own, out var cases) ? cases : [];

    /// <summary>The municipality's own prices; null when it has entered none, and for the leader.</summary>
    public EconomyPrices? Prices { get; init; }

    /// <summary>People referred to each municipality for whom no course was started: not in the target group, said no.</summary>
    public IReadOnlyDictionary<MunicipalityCode, int[]> NotStarted { get; init; } = new Dictionary<MunicipalityCode, int[]>();

    /// <summary>How many courses have begun in the network, if that may be told.</summary>
    public Released<int> Started => DisclosureRule.Release(
        [.. _byMunicipality.Select(m => new Contribution<MunicipalityCode, int>(m.Key, m.Value.Count, m.Value.Count))], Cases.Count).Whole;

    /// <summary>The points that are measured after the start, in the order of time.</summary>
    public IReadOnlyList<FollowUpWindow> FollowUps { get; } = [.. Network.Programme.Windows.Where(w => w.Point is not MeasurementPoint.Start).OrderBy(w => w.Point)];

    /// <summary>The change since the start of those who have both measurements, as it is shown to the viewer: one's own, or for the leader the network's.</summary>
    public PointChange Change(Outcome outcome, MeasurementPoint point) => Own is { } own ? ChangeOf(own, outcome, point) : NetworkChange(outcome, point);

    /// <summary>The change of the whole network, as far as it may be told.</summary>
    public PointChange NetworkChange(Outcome outcome, MeasurementPoint point) => Tallied(outcome, point).Release is var release && release.Contributors == 0
        ? PointChange.Of(null, isComplete: false)
        : PointChange.Of(release.Whole, IsComplete(point, null));

    /// <summary>The change of one municipality: one's own as it is, another's as far as it may be told.</summary>
    public PointChange ChangeOf(MunicipalityCode municipality, Outcome outcome, MeasurementPoint point)
    {
        var (release, own) = Tallied(outcome, point);
        return municipality == Own && own is not null ? PointChange.Own(own, IsComplete(point, municipality))
            : PointChange.Of(release.Municipalities.TryGetValue(municipality, out var released) ? released : null, IsComplete(point, municipality));
    }

    /// <summary>How many of the viewer's courses fall into each part at a point; null where they are too few or too incomplete, or the network may not tell of every part.</summary>
    public IReadOnlyList<int>? PartsAt(MeasurementPoint point, Func<CaseOutcome, int?> part, int parts) =>
        IsComplete(point, Own) && (OwnParts(part, parts) ?? Known(Parts(part, parts))) is { } counts && counts.Sum() >= DisclosureRule.FewestForMean ? counts : null;

    /// <summary>Whether enough of what is due at a point is done for figures to be shown: of the viewer's, or of the network's.</summary>
    public bool IsShownAt(MeasurementPoint point, bool isNetwork = false) => IsComplete(point, isNetwork ? null : Own);

    /// <summary>One's own courses, for figures at a point; none where too little is measured.</summary>
    public IReadOnlyList<CaseOutcome> OwnCasesAt(MeasurementPoint point) => IsComplete(point, Own) ? OwnCases : [];

    /// <summary>The mean of a value in each part of the viewer's courses: one's own from five persons on, the network's as far as it may be told; null for every part where too little is measured.</summary>
    public IReadOnlyList<double?> MeansAt(MeasurementPoint point, Func<CaseOutcome, int?> part, int parts, Func<CaseOutcome, double?> value)
    {
        if (!IsComplete(point, Own))
        {
            return new double?[parts];
        }

        if (Own is not null)
        {
            return [.. Sums(OwnCases, part, parts, value).Select(s => s.Persons >= DisclosureRule.FewestPersons ? s.Sum / s.Persons : (double?)null)];
        }

        var all = _byMunicipality.Select(m => (m.Key, Sums: Sums(m.Value, part, parts, value))).ToList();
        return
        [
            .. Enumerable.Range(0, parts).Select(i => DisclosureRule.Release(
                [.. all.Select(m => new Contribution<MunicipalityCode, double>(m.Key, m.Sums[i].Persons, m.Sums[i].Sum))],
                all.Sum(m => m.Sums[i].Sum) / Math.Max(1, all.Sum(m => m.Sums[i].Persons)),
                DisclosureRule.FewestForMean).Whole is { IsShown: true, Value: var mean } ? mean : (double?)null),
        ];
    }

    /// <summary>The mean of an amount for each course, of the network and of each municipality.</summary>
    /// <param name="of">Whether a course is counted (0), runs (1) or cannot be counted (2), and its amount when it is counted; null for one that takes no part.</param>
    public PerCourse Mean(Func<CaseOutcome, (int Part, double Amount)?> of)
    {
        var parts = new List<int[]>();
        var all = new List<double>();
        var contributions = new List<Contribution<MunicipalityCode, Moments>>();
        Moments? own = Own is null ? null : default(Moments);
        foreach (var (municipality, cases) in _byMunicipality)
        {
            var counts = new int[3];
            var amounts = new List<double>();
            foreach (var (part, amount) in cases.Select(of).OfType<(int Part, double Amount)>())
            {
                counts[part]++;
                if (part == 0)
                {
                    amounts.Add(amount);
                }
            }

            parts.Add(counts);
            all.AddRange(amounts);
            var moments = Moments.Of(CollectionsMarshal.AsSpan(amounts));
            own = municipality == Own ? moments : own;
            contributions.Add(new(municipality, amounts.Count, moments, amounts.Sum(Math.Abs), amounts.Select(Math.Abs).DefaultIfEmpty().Max()));
        }

        return new(DisclosureRule.Release(contributions, Moments.Of(CollectionsMarshal.AsSpan(all)), DisclosureRule.FewestForMean), own, DisclosureRule.Parts(parts));
    }

    /// <summary>How many of one's own courses fall into each part; null for the leader.</summary>
    public IReadOnlyList<int>? OwnParts(Func<CaseOutcome, int?> part, int parts) =>
        Own is { } own ? Sorted(part, parts).GetValueOrDefault(own) ?? new int[parts] : null;

    /// <summary>How many courses of the network fall into each part, as far as that may be told.</summary>
    /// <param name="part">The part a course falls into, counted from 0, or null for one that takes no part.</param>
    /// <param name="parts">How many parts there are.</param>
    public IReadOnlyList<Released<int>> Parts(Func<CaseOutcome, int?> part, int parts) =>
        _byMunicipality.Count > 0 ? DisclosureRule.Parts([.. Sorted(part, parts).Values]) : [.. Enumerable.Repeat(default(Released<int>), parts)];

    /// <summary>Referred without a start, and started, in the whole network: not in the target group, said no, started.</summary>
    public IReadOnlyList<Released<int>> Referred => _byMunicipality.Count == 0 ? DisclosureRule.Parts([[0, 0, 0]]) : NotStarted.Count == 0 ? [.. DisclosureRule.Parts([[0, 0]]), Started] : DisclosureRule.Parts(
        [.. Names.Keys.Select(m => (int[])[.. NotStarted.GetValueOrDefault(m) ?? [0, 0], _byMunicipality.GetValueOrDefault(m)?.Count ?? 0])]);

    /// <summary>How the network's courses stand at a point, as far as that may be told: done, missing, not yet due, no longer due.</summary>
    public IReadOnlyList<Released<int>> Measured(MeasurementPoint point) =>
        _byMunicipality.Count == 0 ? DisclosureRule.Parts([[0, 0, 0, 0]]) : DisclosureRule.Parts([.. AllCounted.Values.Select(c => Counts(c.At(point)))]);

    /// <summary>How one's own courses stand at a point; null for the leader.</summary>
    public IReadOnlyList<int>? OwnMeasured(MeasurementPoint point) => Own is { } own ? Counts(CompletenessAt(point, own)) : null;

    /// <summary>
    /// Whether there is anything to show the viewer for an outcome: goals by the instruments of one's own courses, or of the network's
    /// where there are none; others where the viewer has a measurement twice or the network may tell of one.
    /// </summary>
    public bool IsUsed(Outcome outcome) => outcome switch
    {
        Outcome.CopmPerformance or Outcome.CopmSatisfaction => Rates(GoalInstrument.Copm),
        Outcome.Psfs => Rates(GoalInstrument.Psfs),
        Outcome.Sppb or Outcome.ServiceSatisfaction or Outcome.HeadlineHours => true,
        _ => FollowUps.Any(w => Tallied(outcome, w.Point) is var (release, own) && (own is { Pairs: > 0 } || release.Whole.IsShown)),
    };

    /// <summary>The instrument behind an outcome; null for granted hours, which are no instrument.</summary>
    public static Instrument? InstrumentOf(Outcome outcome) => outcome switch
    {
        Outcome.CopmPerformance => Instrument.CopmPerformance,
        Outcome.CopmSatisfaction => Instrument.CopmSatisfaction,
        Outcome.Psfs => Instrument.PsfsMean,
        Outcome.Sppb => Instrument.SppbTotal,
        Outcome.ServiceSatisfaction => Instrument.ServiceSatisfaction,
        Outcome.Tug => Instrument.Tug,
        Outcome.Barthel => Instrument.Barthel100,
        Outcome.HealthLine => Instrument.HealthLine,
        Outcome.Who5 => Instrument.Who5,
        Outcome.GoalAttainment => Instrument.GoalAttainment,
        _ => null,
    };

    private static Dictionary<MunicipalityCode, List<CaseOutcome>> Group(IReadOnlyList<CaseOutcome> cases) => cases.GroupBy(c => c.Municipality).ToDictionary(g => g.Key, g => g.ToList());

    private static int[]? Known(IReadOnlyList<Released<int>> counts) => counts.All(c => c.IsShown) ? [.. counts.Select(c => c.Value)] : null;

    private static int[] Counts(Completeness counts) => [counts.Done, counts.Missing, counts.NotYetDue, counts.NoLongerDue];

    private bool Rates(GoalInstrument instrument) => (OwnCases.Count > 0 ? OwnCases : Cases).Any(c => c.Instrument == instrument);

    private Dictionary<MunicipalityCode, Counted> AllCounted => _counted ??= _byMunicipality.ToDictionary(m => m.Key, m => Counted.Of(m.Value, Network.Programme.Windows, Today));

    /// <summary>How complete the measurements of a point are in one municipality; null for the whole network.</summary>
    private Completeness CompletenessAt(MeasurementPoint point, MunicipalityCode? municipality)
    {
        var all = AllCounted;
        return municipality is { } one
            ? all.TryGetValue(one, out var counted) ? counted.At(point) : default
            : all.Values.Select(c => c.At(point)).Aggregate(default(Completeness), (sum, c) => new(sum.Done + c.Done, sum.Missing + c.Missing, sum.NotYetDue + c.NotYetDue, sum.NoLongerDue + c.NoLongerDue));
    }

    /// <summary>Whether enough of what is due at a point is done, in one municipality or all: the one place that decides it.</summary>
    private bool IsComplete(MeasurementPoint point, MunicipalityCode? municipality) => CompletenessAt(point, municipality).IsEnough;

    /// <summary>Each municipality is counted once, and the network is their sum.</summary>
    private (NetworkRelease<MunicipalityCode, PairedChange> Release, PairedChange? Own) Tallied(Outcome outcome, MeasurementPoint point)
    {
        if (_changes.TryGetValue((outcome, point), out var known))
        {
            return known;
        }

        var important = InstrumentOf(outcome) is { Better: Direction.HigherIsBetter, DefaultImportantChange: { } change } ? change.Value : (double?)null;
        var whole = new ChangeTally();
        var contributions = new List<Contribution<MunicipalityCode, PairedChange>>();
        PairedChange? own = Own is null ? null : new ChangeTally().Summarise(important);
        foreach (var (municipality, counted) in AllCounted)
        {
            var tally = counted.Of(outcome, point);
            var summary = tally.Summarise(important);
            own = municipality == Own ? summary : own;
            whole.Add(tally);
            contributions.Add(new(municipality, summary.Pairs, summary));
        }

        return _changes[(outcome, point)] = (DisclosureRule.Release(contributions, whole.Summarise(important), DisclosureRule.FewestForMean), own);
    }

    /// <summary>How many courses of each municipality fall into each part: going through all of them is done once for one's own and the network's.</summary>
    private Dictionary<MunicipalityCode, int[]> Sorted(Func<CaseOutcome, int?> part, int parts)
    {
        if (!_sorted.TryGetValue((part, parts), out var sorted))
        {
            _sorted[(part, parts)] = sorted = _byMunicipality.ToDictionary(m => m.Key, m => Count(m.Value, part, parts));
        }

        return sorted;
    }

    private static (int Persons, double Sum)[] Sums(IReadOnlyList<CaseOutcome> cases, Func<CaseOutcome, int?> part, int parts, Func<CaseOutcome, double?> value)
    {
        var sums = new (int Persons, double Sum)[parts];
        for (var i = 0; i < cases.Count; i++)
        {
            if (part(cases[i]) is { } at && value(cases[i]) is { } there)
            {
                sums[at] = (sums[at].Persons + 1, sums[at].Sum + there);
            }
        }

        return sums;
    }

    private static int[] Count(List<CaseOutcome> cases, Func<CaseOutcome, int?> part, int parts)
    {
        var counts = new int[parts];
        for (var i = 0; i < cases.Count; i++)
        {
            if (part(cases[i]) is { } at)
            {
                counts[at]++;
            }
        }

        return counts;
    }
}
