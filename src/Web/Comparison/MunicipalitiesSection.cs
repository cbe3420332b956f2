using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>The municipalities beside each other, in alphabetical order and without rank.</summary>
internal static class MunicipalitiesSection
{
    private static readonly Outcome[] Compared = [Outcome.CopmPerformance, Outcome.Psfs, Outcome.Sppb, Outcome.HeadlineHours];

    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        yield return new Paragraph(t["comparison.municipalities.how"]);
        if (results.FollowUps.Count == 0)
        {
            yield break;
        }

        var point = results.FollowUps[0].Point;
        foreach (var outcome in Compared.Where(results.IsUsed))
        {
            var release = results.Release(outcome, point);
            var rows = results.Names.OrderBy(n => n.Value, Texts.NameOrder).Select(n => Row(n.Key, n.Value, results, release, results.OwnChange(outcome, point), t)).ToList();
            var whole = release.Whole is { IsShown: true, Value: { } all }
                ? new ComparisonRow(t["comparison.network"], t.WithSign(all.Mean ?? 0, 1), Limits(all, t), all.Mean, all.Ci95?.Low, all.Ci95?.High)
                : null;
            yield return new Figure(new ComparisonChart(
                new ChartText(
                    $"municipalities-{(int)outcome}",
                    t["comparison.municipalities.title", t.Outcome(outcome), t.Point(point)],
                    t[outcome is Outcome.HeadlineHours ? "comparison.municipalities.hours" : "comparison.municipalities.unit"],
                    Reading(rows, whole, release, t),
                    t["comparison.municipalities.description"],
                    [Wording.Words(t["comparison.municipality"]), Wording.Figures(t["comparison.change.n"]), Wording.Figures(t["comparison.change.change"]), Wording.Figures(t["comparison.change.interval"])],
                    [.. results.Names.OrderBy(n => n.Value, Texts.NameOrder).Zip(rows, (n, r) => Line(n.Key, r, results, release, results.OwnChange(outcome, point), t)), .. Whole(release, t)],
                    Source(release, t)),
                Axis.Around(rows.Append(whole).OfType<ComparisonRow>().SelectMany(r => new[] { r.Point, r.Low, r.High }).OfType<double>(), v => t.WithSign(v, v == Math.Round(v) ? 0 : 1), includeZero: true),
                rows,
                whole));
        }
    }

    private static ComparisonRow Row(
        MunicipalityCode code, string name, Results results, NetworkRelease<MunicipalityCode, PairedChange> release, PairedChange? own, Texts t)
    {
        var isOwn = code == results.Own;
        var change = isOwn ? own : release.Municipalities.GetValueOrDefault(code).Value;
        if (change is not null && Wording.IsEnough(change) && !results.CompletenessAt(results.FollowUps[0].Point, code).IsEnough)
        {
            return new(name, Wording.NotReported, string.Empty, IsOwn: isOwn, Why: t["comparison.incomplete-others"]);
        }

        if (change is not null && Wording.IsEnough(change))
        {
            return new(name, t.WithSign(change.Mean ?? 0, 1), Limits(change, t), change.Mean, change.Ci95?.Low, change.Ci95?.High, isOwn);
        }

        return isOwn ? new(name, Wording.NotReported, string.Empty, IsOwn: true, Why: t["comparison.few", own?.Pairs ?? 0])
            : release.Municipalities.ContainsKey(code) ? new(name, Wording.Suppressed, string.Empty, Why: t["comparison.municipalities.hidden"])
            : new(name, Wording.NotReported, string.Empty);
    }

    private static TableRow Line(
        MunicipalityCode code, ComparisonRow row, Results results, NetworkRelease<MunicipalityCode, PairedChange> release, PairedChange? own, Texts t)
    {
        var n = row.IsOwn ? t.Number(own?.Pairs ?? 0)
            : release.Municipalities.GetValueOrDefault(code) is { IsShown: true, Value: { } change } ? t.Number(change.Pairs)
            : row.Value;
        return new([row.Name, n, row.Value, row.Interval.Length > 0 ? row.Interval : row.Value], code == results.Own);
    }

    private static IEnumerable<TableRow> Whole(NetworkRelease<MunicipalityCode, PairedChange> release, Texts t)
    {
        yield return release.Whole is { IsShown: true, Value: { } all }
            ? Wording.Row(t["comparison.network"], t.Number(all.Pairs), t.WithSign(all.Mean ?? 0, 1), Limits(all, t))
            : Wording.Row(t["comparison.network"], Wording.Suppressed, Wording.Suppressed, Wording.Suppressed);
    }

    private static string Reading(IReadOnlyList<ComparisonRow> rows, ComparisonRow? whole, NetworkRelease<MunicipalityCode, PairedChange> release, Texts t)
    {
        if (whole?.Point is not { } middle)
        {
            return t.Hidden(release);
        }

        var apart = rows.Where(r => r is { Low: { } low, High: { } high } && !new Interval(low, high).Contains(middle)).Select(r => r.Name).ToList();
        return apart.Count == 0
            ? t["comparison.municipalities.none-apart", whole.Value, whole.Interval]
            : t["comparison.municipalities.apart", whole.Value, whole.Interval, t.List(apart)];
    }

    private static string Limits(PairedChange change, Texts t) => change.Ci95 is { } limits ? t.Range(limits.Low, limits.High, 1) : string.Empty;

    private static string? Source(NetworkRelease<MunicipalityCode, PairedChange> release, Texts t)
    {
        var reasons = release.Municipalities.Values.Select(m => m.Reason).Append(release.Whole.Reason).OfType<Suppression>().Distinct().Order().ToList();
        return release.Contributors == 0 ? t["comparison.not-yet"] : reasons.Count == 0 ? null : string.Join(' ', reasons.Select(r => t["comparison.hidden", t.Why(r)]));
    }
}
