using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Granted hours a week before and after, over those who had a decision before; new users stand apart.</summary>
internal static class HoursSection
{
    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        if (results.FollowUps.Count == 0)
        {
            yield break;
        }

        var lines = results.FollowUps.Select(w => (w.Point, Own: results.OwnChange(Outcome.HeadlineHours, w.Point), Network: results.Release(Outcome.HeadlineHours, w.Point))).ToList();
        var isOwn = results.Own is not null;
        var subject = lines.Select(l => (l.Point, Change: isOwn ? l.Own : l.Network.Whole.Value)).ToList();
        yield return new Figure(new BeforeAfterChart(
            new ChartText(
                "hours",
                t["comparison.hours.title"],
                t["comparison.hours.unit"],
                Reading(results, subject[0].Point, subject[0].Change, lines[0].Network, t),
                t["comparison.hours.description"],
                Columns(t),
                [.. subject.Select(s => Row(s.Point, s.Change, isOwn, t))],
                t["comparison.hours.source"]),
            Axis.Around(subject.Where(s => Wording.IsEnough(s.Change)).SelectMany(s => new[] { s.Change!.MeanBefore ?? 0, s.Change.MeanAfter ?? 0 }), v => t.Number(v, v == Math.Round(v) ? 0 : 1), includeZero: true),
            [new BeforeAfterGroup(string.Empty, [.. subject.Select(s => Drawn(s.Point, s.Change, isOwn, t))])]));
        if (Histogram(results, subject[0].Point, t) is { } histogram)
        {
            yield return new Figure(histogram);
        }

        if (isOwn)
        {
            yield return new Table(
                t["comparison.hours.network"],
                Columns(t),
                [.. lines.Select(l => Row(l.Point, l.Network.Whole.Value, isOwn: false, t))],
                lines.Select(l => l.Network).FirstOrDefault(n => !n.Whole.IsShown) is { } hidden ? t.Hidden(hidden) : null);
            if (results.OwnCases.Any(c => c.NewUser))
            {
                yield return new Paragraph(NewUsers(results, subject[0].Point, t));
            }
        }
    }

    /// <summary>How many had so many hours fewer or more; null where too few can be told.</summary>
    private static CountChart? Histogram(Results results, MeasurementPoint point, Texts t)
    {
        if (ChangeSection.Known(results, Sorting.HoursBand(point), Sorting.HoursBands.Count) is not { } counts || counts.Sum() < DisclosureRule.FewestForMean)
        {
            return null;
        }

        string[] names = [.. Sorting.HoursBands.Select(band => t[$"comparison.hours.band.{band}"])];
        return new(
            new ChartText(
                "hours-spread",
                t["comparison.hours.spread.title", t.Point(point)],
                t["comparison.hours.spread.unit", counts.Sum()],
                t["comparison.hours.parts", counts.Take(4).Sum(), counts[4], counts.Skip(5).Sum()],
                t["comparison.hours.spread.description"],
                [Wording.Words(t["comparison.hours.spread.band"]), Wording.Figures(t["comparison.change.n"])],
                [.. names.Select((name, i) => Wording.Row(name, t.Number(counts[i])))],
                t["comparison.hours.source"]),
            Axis.Around(counts.Select(c => (double)c), v => t.Number(v, v == Math.Round(v) ? 0 : 1), includeZero: true),
            [.. names.Select((name, i) => new CountRow(name, t.Number(counts[i]), counts[i], IsOwn: i < 4))]);
    }

    private static string Reading(Results results, MeasurementPoint point, PairedChange? change, NetworkRelease<MunicipalityCode, PairedChange> network, Texts t)
    {
        if (change is null || !Wording.IsEnough(change) || change.Ci95 is not { } limits)
        {
            return results.Own is not null
                ? t.Count("comparison.change.few", change?.Pairs ?? 0, t.Outcome(Outcome.HeadlineHours), t.Point(point))
                : t.Hidden(network);
        }

        var key = limits.Contains(0) ? "unsure" : change.Mean < 0 ? "fewer" : "more";
        var sentence = t[$"comparison.hours.{key}", t.Number(Math.Abs(change.Mean ?? 0), 1), t.Point(point), t.Range(limits.Low, limits.High, 1), t.Number(change.Pairs)];
        return ChangeSection.Known(results, Sorting.Hours(point)) is { } parts ? $"{sentence} {t["comparison.hours.parts", parts[0], parts[1], parts[2]]}" : sentence;
    }

    private static BeforeAfterRow Drawn(MeasurementPoint point, PairedChange? change, bool isOwn, Texts t) => change is not null && Wording.IsEnough(change)
        ? new(t.Point(point), t.WithSign(change.Mean ?? 0, 1), change.MeanBefore, change.MeanAfter, t.Number(change.MeanBefore ?? 0, 1), t.Number(change.MeanAfter ?? 0, 1), t["comparison.n", change.Pairs])
        : new(t.Point(point), isOwn ? t["comparison.few", change?.Pairs ?? 0] : Wording.Suppressed, null, null, string.Empty, string.Empty, string.Empty, IsFew: true);

    private static TableRow Row(MeasurementPoint point, PairedChange? change, bool isOwn, Texts t) => change is not null && Wording.IsEnough(change)
        ? Wording.Row(
            t.Point(point),
            t.Number(change.Pairs),
            t.Number(change.MeanBefore ?? 0, 1),
            t.Number(change.MeanAfter ?? 0, 1),
            t.WithSign(change.Mean ?? 0, 1),
            change.Ci95 is { } limits ? t.Range(limits.Low, limits.High, 1) : Wording.NotReported)
        : Wording.Row(t.Point(point), isOwn ? t.Number(change?.Pairs ?? 0) : Wording.Suppressed, Sign(isOwn), Sign(isOwn), Sign(isOwn), Sign(isOwn));

    private static string Sign(bool isOwn) => isOwn ? Wording.NotReported : Wording.Suppressed;

    private static string NewUsers(Results results, MeasurementPoint point, Texts t)
    {
        var hours = results.OwnCases.Where(c => c.NewUser).Select(c => c.Value(Outcome.HeadlineHours, point)).OfType<double>().ToArray();
        return hours.Length < DisclosureRule.FewestForMean
            ? t["comparison.hours.new-few", results.OwnCases.Count(c => c.NewUser)]
            : t["comparison.hours.new", results.OwnCases.Count(c => c.NewUser), t.Number(Moments.Of(hours).Mean ?? 0, 1), t.Point(point), hours.Length];
    }

    private static IReadOnlyList<TableColumn> Columns(Texts t) =>
    [
        Wording.Words(t["comparison.registration.point"]), Wording.Figures(t["comparison.change.n"]), Wording.Figures(t["comparison.change.before"]),
        Wording.Figures(t["comparison.change.after"]), Wording.Figures(t["comparison.change.change"]), Wording.Figures(t["comparison.change.interval"]),
    ];
}
