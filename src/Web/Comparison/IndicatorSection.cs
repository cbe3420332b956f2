using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Indicators;
using Mestring.Core.Places;
using Mestring.Core.Statistics;
using Mestring.Web.Design;
using Figure = Mestring.Core.Documents.Figure;

namespace Mestring.Web.Comparison;

/// <summary>The indicators of yearly figures: one's own beside the middle half of the network, and the municipalities beside each other.</summary>
internal static class IndicatorSection
{
    private static readonly double[] Quarters = [0.25, 0.5, 0.75];

    public static IEnumerable<Block> Of(IndicatorYear year, IReadOnlyDictionary<MunicipalityCode, string> names, MunicipalityCode? own, Texts t)
    {
        if (year.Year is not { } when)
        {
            yield return new Paragraph(t["comparison.indicators.none"]);
            yield break;
        }

        yield return new Paragraph(t["comparison.indicators.how", Plain(when), year.Delivered, names.Count]);
        yield return Overview(year, own, t);
        foreach (var indicator in year.Indicators.Where(i => i.Own.Value is not null || i.Shown.Count > 0))
        {
            yield return new Figure(Chart(indicator, names, own, Plain(when), t));
        }
    }

    private static Table Overview(IndicatorYear year, MunicipalityCode? own, Texts t)
    {
        var columns = new List<TableColumn> { Wording.Words(t["comparison.indicators.indicator"]) };
        if (own is not null)
        {
            columns.Add(Wording.Figures(t["comparison.own"]));
        }

        columns.AddRange(
        [
            Wording.Figures(t["comparison.indicators.low"]), Wording.Figures(t["comparison.indicators.middle"]), Wording.Figures(t["comparison.indicators.high"]),
            Wording.Figures(t["comparison.indicators.municipalities"]), Wording.Words(t["comparison.indicators.unit"]),
        ]);
        return new(t["comparison.indicators.overview"], columns, [.. year.Indicators.Select(i => Line(i, own, t))], t["comparison.indicators.signs"]);
    }

    private static TableRow Line(IndicatorResults indicator, MunicipalityCode? own, Texts t)
    {
        var cells = new List<string> { indicator.Definition.Label[t.Language] };
        if (own is not null)
        {
            cells.Add(Shown(indicator.Own, indicator.Definition, t));
        }

        cells.AddRange(Quarters.Select(p => indicator.HasQuartiles ? t.Number(Quantile(indicator, p), indicator.Definition.Decimals) : indicator.Others.Count == 0 ? Signs.NotReported : Signs.Suppressed));
        cells.Add(t.Number(indicator.Shown.Count));
        cells.Add(indicator.Definition.Unit[t.Language]);
        return new(cells);
    }

    private static ComparisonChart Chart(IndicatorResults indicator, IReadOnlyDictionary<MunicipalityCode, string> names, MunicipalityCode? own, string year, Texts t)
    {
        var rows = names.OrderBy(n => n.Value, Texts.NameOrder).Select(n => Row(n.Key, n.Value, indicator, own, t)).ToList();
        return new(
            new ChartText(
                $"indicator-{indicator.Definition.Id}",
                indicator.Definition.Label[t.Language],
                t["comparison.indicators.chart-unit", indicator.Definition.Unit, year],
                Reading(indicator, own, t),
                t["comparison.municipalities.description"],
                [Wording.Words(t["comparison.municipality"]), Wording.Figures(indicator.Definition.Unit[t.Language]), Wording.Figures(t["comparison.change.interval"])],
                [.. rows.Select(r => new TableRow([r.Name, r.Value, r.Interval.Length > 0 ? r.Interval : r.Point is null ? r.Value : Signs.NotApplicable], r.IsOwn))],
                Source(indicator, t)),
            Axis.Around(rows.SelectMany(r => new[] { r.Point, r.Low, r.High }).OfType<double>(), v => t.Number(v, v == Math.Round(v) ? 0 : 2)),
            rows);
    }

    private static string Reading(IndicatorResults indicator, MunicipalityCode? own, Texts t)
    {
        var decimals = indicator.Definition.Decimals;
        var middle = indicator.HasQuartiles
            ? t["comparison.indicators.reading", t.Number(Quantile(indicator, 0.5), decimals), t.Number(Quantile(indicator, 0.25), decimals), t.Number(Quantile(indicator, 0.75), decimals), indicator.Shown.Count]
            : t["comparison.indicators.too-few"];
        return own is not null && indicator.Own.Value is { } mine ? $"{t["comparison.indicators.own", t.Number(mine, decimals)]} {middle}" : middle;
    }

    private static ComparisonRow Row(MunicipalityCode code, string name, IndicatorResults indicator, MunicipalityCode? own, Texts t)
    {
        if (code == own)
        {
            return indicator.Own.Value is not null ? Drawn(name, indicator.Own, indicator.Definition, isOwn: true, t) : new(name, Sign(indicator.Own.State), string.Empty, IsOwn: true);
        }

        return indicator.Others.TryGetValue(code, out var value)
            ? value.IsShown ? Drawn(name, value.Value, indicator.Definition, isOwn: false, t) : new(name, Signs.Suppressed, string.Empty, Why: value.Reason is Core.Disclosure.Suppression.UnknownPersons ? t["comparison.indicators.unknown"] : t["comparison.municipalities.hidden"])
            : new(name, Signs.NotReported, string.Empty);
    }

    private static ComparisonRow Drawn(string name, IndicatorValue value, IndicatorDefinition definition, bool isOwn, Texts t)
    {
        var limits = Limits(value, definition);
        return new(
            name,
            t.Number(value.Value ?? 0, definition.Decimals),
            limits is { } interval ? t.Range(interval.Low, interval.High, definition.Decimals) : string.Empty,
            value.Value,
            limits?.Low,
            limits?.High,
            isOwn);
    }

    /// <summary>The interval of a share of persons; null for anything that is not a share of a whole.</summary>
    private static Interval? Limits(IndicatorValue value, IndicatorDefinition definition) =>
        definition.Factor is 100 && value is { Numerator: { } some, Denominator: { } all } && definition.Persons is not null && some == Math.Truncate(some) && all == Math.Truncate(all) && all >= 1 && some >= 0 && some <= all
            ? new Proportion((long)some, (long)all).Wilson() is var share ? new Interval(share.Low * definition.Factor, share.High * definition.Factor) : null
            : null;

    private static string? Source(IndicatorResults indicator, Texts t) => string.Join(' ', new[] { indicator.Definition.Definition[t.Language], t.Hidden(indicator.Others.Values.Select(v => v.Reason)) }.OfType<string>());

    private static double Quantile(IndicatorResults indicator, double p) => Quantiles.OfSorted([.. indicator.Shown], p) ?? 0;

    private static string Shown(IndicatorValue value, IndicatorDefinition definition, Texts t) => value.Value is { } number ? t.Number(number, definition.Decimals) : Sign(value.State);

    private static string Sign(FigureState state) => state is FigureState.NotApplicable ? Signs.NotApplicable : Signs.NotReported;

    private static string Plain(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
