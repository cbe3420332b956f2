using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>The municipalities beside each other, in alphabetical order and without rank.</summary>
internal static class MunicipalitiesSection
{
    /// <summary>How sure one has to be before a municipality is named.</summary>
    public const double Named = 0.998;

    private static readonly Outcome[] Compared = [Outcome.CopmPerformance, Outcome.Psfs, Outcome.Sppb, Outcome.HeadlineHours];

    public static IEnumerable<PointBlock> Of(Results results, Texts t)
    {
        yield return new Paragraph(t["comparison.municipalities.how"]);
        if (results.FollowUps is not [{ Point: var point }, ..])
        {
            yield break;
        }

        foreach (var outcome in Compared.Where(results.IsUsed))
        {
            var lines = results.Names.OrderBy(n => n.Value, Texts.NameOrder).Select(n => (n.Value, IsOwn: n.Key == results.Own, Change: results.ChangeOf(n.Key, outcome, point))).ToList();
            var rows = lines.ConvertAll(l => Row(l.Value, l.Change, l.IsOwn, t));
            var network = results.NetworkChange(outcome, point);
            var whole = network.Figure is { } all ? new ComparisonRow(t["comparison.network"], t.WithSign(all.Mean ?? 0, 1), Limits(all, t), all.Mean, all.Ci95?.Low, all.Ci95?.High) : null;
            var title = t["comparison.municipalities.title", t.Outcome(outcome), t.Point(point)];
            if (whole is null && rows.TrueForAll(r => r.Point is null))
            {
                yield return new Paragraph(network.Gap is Gap.Incomplete ? WhyNot(network, outcome, point, t) : t["comparison.not-shown", title, WhyNot(network, outcome, point, t)]);
                continue;
            }

            yield return PointBlock.NetworkFigure(
                results,
                t,
                new ComparisonChart(
                    new ChartText(
                        $"municipalities-{(int)outcome}",
                        title,
                        t[outcome is Outcome.HeadlineHours ? "comparison.municipalities.hours" : "comparison.municipalities.unit"],
                        whole is null ? WhyNot(network, outcome, point, t) : $"{t["comparison.municipalities.mean", whole.Value, whole.Interval]} {Apart([.. lines.Where(l => l.Change.Figure is not null).Select(l => (l.Value, l.Change.Figure!.Ci95, l.Change.Figure.Limits(Named)))], whole.Point, t)}",
                        t["comparison.municipalities.description"],
                        [Wording.Words(t["comparison.municipality"]), Wording.Figures(t["comparison.change.n"]), Wording.Figures(t["comparison.change.change"]), Wording.Figures(t["comparison.change.interval"])],
                        [.. lines.Select(l => Line(l.Value, l.Change, l.IsOwn, t)), Line(t["comparison.network"], network, isOwn: false, t)],
                        Source(lines.Select(l => l.Change).Append(network), t)),
                    t.AroundZero(rows.Append(whole).OfType<ComparisonRow>().SelectMany(r => new[] { r.Point, r.Low, r.High }).OfType<double>()),
                    rows,
                    whole),
                point);
        }
    }

    /// <summary>
    /// Who stands out from the network's mean; nobody is ranked. Named are only those outside the limits of 99.8 %: with twenty intervals of 95 %
    /// one misses by chance, and that is said instead.
    /// </summary>
    /// <param name="rows">The municipalities that are shown, with the limits of 95 % and of 99.8 % as they were computed.</param>
    /// <param name="middle">The network's mean as it was computed.</param>
    public static string Apart(IReadOnlyList<(string Name, Interval? Usual, Interval? Wide)> rows, double? middle, Texts t)
    {
        var named = rows.Where(r => IsOutside(r.Wide, middle)).Select(r => r.Name).ToList();
        var byChance = rows.Count(r => IsOutside(r.Usual, middle)) - named.Count;
        string?[] said =
        [
            named.Count == 0 ? null : t["comparison.municipalities.apart", t.List(named)],
            byChance <= 0 ? null : t.Count("comparison.municipalities.chance-count", byChance),
        ];
        return said.Any(s => s is not null) ? string.Join(' ', said.OfType<string>()) : t["comparison.municipalities.none-apart"];
    }

    private static bool IsOutside(Interval? limits, double? middle) => limits is { } there && middle is { } mean && !there.Contains(mean);

    private static string WhyNot(PointChange network, Outcome outcome, MeasurementPoint point, Texts t) => network.Gap is Gap.Incomplete
        ? t["comparison.change.incomplete", t.Outcome(outcome), t.Point(point), t["comparison.incomplete-others"]]
        : network.Reason is { } reason ? t.Why(reason) : t["comparison.not-yet"];

    private static ComparisonRow Row(string name, PointChange line, bool isOwn, Texts t) => line.Figure is { } change
        ? new(name, t.WithSign(change.Mean ?? 0, 1), Limits(change, t), change.Mean, change.Ci95?.Low, change.Ci95?.High, isOwn)
        : new(name, Wording.Sign(line), string.Empty, IsOwn: isOwn, Why: line.Gap switch
        {
            Gap.Few => t["comparison.few", line.Persons ?? 0],
            Gap.Incomplete => t["comparison.incomplete-others"],
            Gap.Hidden => t["comparison.municipalities.hidden"],
            _ => null,
        });

    private static TableRow Line(string name, PointChange line, bool isOwn, Texts t) => new(
        [
            name,
            line.Persons is { } persons ? t.Number(persons) : Wording.Sign(line),
            line.Figure is { } change ? t.WithSign(change.Mean ?? 0, 1) : Wording.Sign(line),
            line.Figure is { } shown ? Limits(shown, t) : Wording.Sign(line),
        ],
        isOwn);

    private static string Limits(PairedChange change, Texts t) => change.Ci95 is { } limits ? t.Limits(limits, 1) : string.Empty;

    private static string? Source(IEnumerable<PointChange> lines, Texts t) => t.Hidden(lines.Select(l => l.Reason));
}
