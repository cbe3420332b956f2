using Mestring.Core.Disclosure;
using Mestring.Core.Indicators;
using Mestring.Core.Places;

namespace Mestring.Web.Comparison;

/// <summary>One indicator of a network in one year: one's own value as it is, and the others' as released.</summary>
/// <param name="Definition">What it measures.</param>
/// <param name="Own">One's own value; missing for the leader, and until the municipality has handed over.</param>
/// <param name="Others">One for each municipality that has a value.</param>
internal sealed record IndicatorResults(IndicatorDefinition Definition, IndicatorValue Own, IReadOnlyDictionary<MunicipalityCode, Released<IndicatorValue>> Others)
{
    /// <summary>The values that may be seen, smallest first; the quartiles are taken over these alone, so they tell nothing more.</summary>
    public IReadOnlyList<double> Shown { get; } = [.. Others.Values.Where(v => v.IsShown).Select(v => v.Value.Value!.Value).Order()];

    /// <summary>Whether enough values are shown for quartiles.</summary>
    public bool HasQuartiles => Shown.Count > DisclosureRule.FewestOthers;

    /// <summary>The indicators of a network from what its municipalities have handed over for a year.</summary>
    public static IReadOnlyList<IndicatorResults> Of(
        IReadOnlyList<IndicatorDefinition> indicators,
        IReadOnlyList<FigureDefinition> definitions,
        IReadOnlyDictionary<MunicipalityCode, IReadOnlyDictionary<string, Figure>> figures,
        MunicipalityCode? own)
    {
        var users = definitions.Where(d => d.CountsServiceUsers).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return [.. indicators.Select(i => One(i, users, figures, own))];
    }

    private static IndicatorResults One(
        IndicatorDefinition indicator, HashSet<string> users, IReadOnlyDictionary<MunicipalityCode, IReadOnlyDictionary<string, Figure>> figures, MunicipalityCode? own)
    {
        var values = figures.OrderBy(f => f.Key.Number).Select(f => (f.Key, Value: indicator.Compute(f.Value))).Where(v => v.Value.Value is not null).ToList();
        var released = DisclosureRule.Each([.. values.Select(v => new LoneValue<IndicatorValue>(v.Value, Groups(indicator, v.Value, users, figures[v.Key])))]);
        return new(
            indicator,
            own is { } me && figures.TryGetValue(me, out var mine) ? indicator.Compute(mine) : default,
            values.Zip(released).ToDictionary(v => v.First.Key, v => v.Second));
    }

    /// <summary>The groups of service users that a value tells of. Null for a group whose size nobody has told.</summary>
    private static List<double?> Groups(IndicatorDefinition indicator, IndicatorValue value, HashSet<string> users, IReadOnlyDictionary<string, Figure> figures)
    {
        var groups = new List<double?>();
        if (users.Contains(indicator.Numerator))
        {
            groups.Add(value.Numerator);
        }

        if (indicator.Denominator is { } below && users.Contains(below))
        {
            groups.Add(value.Denominator);
            if (users.Contains(indicator.Numerator))
            {
                groups.Add(value.Denominator - value.Numerator);
            }
        }

        if (indicator.Persons is { } persons)
        {
            groups.Add(figures.GetValueOrDefault(persons).Number);
        }

        return groups;
    }
}
