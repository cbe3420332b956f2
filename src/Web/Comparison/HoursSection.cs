using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Granted hours a week before and after, over those who had a decision before; new users stand apart, and so do those who died or left home.</summary>
internal static class HoursSection
{
    /// <summary>The first of <see cref="Sorting.HoursParts"/> are about those who live at home.</summary>
    private const int AtHome = 4;

    public static IEnumerable<PointBlock> Of(Results results, Texts t)
    {
        if (results.FollowUps is not [var window, ..])
        {
            yield break;
        }

        var points = results.FollowUps.Select(w => w.Point).ToList();
        var parts = Sorting.Hours(window, results.Today);
        var (own, network) = (results.OwnParts(parts, Sorting.HoursParts.Count), results.Parts(parts, Sorting.HoursParts.Count));
        IReadOnlyList<int>? atHome = own is not null ? [.. own.Take(AtHome)] : network.Take(AtHome).All(n => n.IsShown) ? [.. network.Take(AtHome).Select(n => n.Value)] : null;
        var lines = points.ConvertAll(p => (Point: p, Change: results.Change(Outcome.HeadlineHours, p)));
        yield return PointBlock.Figure(
            results,
            t,
            new BeforeAfterChart(
                new ChartText(
                    "hours",
                    t["comparison.hours.title"],
                    t["comparison.hours.unit"],
                    Reading(results, lines[0].Point, lines[0].Change, atHome, t),
                    t["comparison.hours.description"],
                    Columns(t),
                    [.. lines.Select(l => Row(l.Point, l.Change, t))],
                    t["comparison.hours.source"]),
                t.FromZero(lines.Select(l => l.Change.Figure).OfType<PairedChange>().SelectMany(c => new[] { c.MeanBefore ?? 0, c.MeanAfter ?? 0 })),
                [new BeforeAfterGroup(string.Empty, [.. lines.Select(l => Drawn(results, l.Point, l.Change, t))])]),
            points);
        if (atHome is not null && Histogram(results, window, t) is { } histogram)
        {
            yield return PointBlock.Figure(results, t, histogram, window.Point);
        }

        if (results.IsShownAt(window.Point) && (own?.Sum() ?? 1) > 0)
        {
            yield return PointBlock.TableBeside(results, t, Fates(results, window.Point, own, network, t), window.Point);
        }

        if (results.Own is null)
        {
            yield break;
        }

        var whole = points.ConvertAll(p => (Point: p, Change: results.NetworkChange(Outcome.HeadlineHours, p)));
        yield return PointBlock.NetworkTable(results, t, new Table(t["comparison.hours.network"], Columns(t), [.. whole.Select(l => Row(l.Point, l.Change, t))], t.WhySigns(whole)), points);
        if (results.OwnCases.Any(c => c.NewUser))
        {
            yield return new Paragraph(NewUsers(results, window, t));
        }
    }

    /// <summary>How many had so many hours fewer or more; null where too few can be told.</summary>
    private static CountChart? Histogram(Results results, FollowUpWindow window, Texts t)
    {
        if (results.PartsAt(window.Point, Sorting.HoursBand(window), Sorting.HoursBands.Count) is not { } counts)
        {
            return null;
        }

        string[] names = [.. Sorting.HoursBands.Select(band => t[$"comparison.hours.band.{band}"])];
        return new(
            new ChartText(
                "hours-spread",
                t["comparison.hours.spread.title", t.Point(window.Point)],
                t["comparison.hours.spread.unit", counts.Sum()],
                t["comparison.hours.spread.reading", counts.Take(4).Sum(), counts[4], counts.Skip(5).Sum()],
                t["comparison.hours.spread.description"],
                [Wording.Words(t["comparison.hours.spread.band"]), Wording.Figures(t["comparison.change.n"])],
                [.. names.Select((name, i) => Wording.Row(name, t.Number(counts[i])))],
                t["comparison.hours.source"]),
            t.FromZero(counts.Select(c => (double)c)),
            [.. names.Select((name, i) => new CountRow(name, t.Number(counts[i]), counts[i], IsOwn: i < 4))]);
    }

    /// <summary>Deaths and moves stand on lines of their own: nobody of these has 0 hours because the course helped.</summary>
    private static Table Fates(Results results, MeasurementPoint point, IReadOnlyList<int>? own, IReadOnlyList<Released<int>> network, Texts t) => new(
        t["comparison.hours.fates", t.Point(point)],
        [Wording.Words(t["comparison.hours.fate"]), .. own is null ? Array.Empty<TableColumn>() : [Wording.Figures(t["comparison.own"])], Wording.Figures(t["comparison.network"])],
        [
            .. Sorting.HoursParts.Select((part, i) => Wording.Row(
                [t[$"comparison.hours.fate.{part}"], .. own is null ? Array.Empty<string>() : [t.Number(own[i])], results.IsShownAt(point, isNetwork: true) ? t.Count(network[i]) : Signs.NotReported])),
        ],
        string.Join(' ', new[]
        {
            t["comparison.hours.fates.source"], results.IsShownAt(point, isNetwork: true) ? t.Hidden(network.Select(n => n.Reason)) : t["comparison.network-incomplete", t.Point(point)],
        }.OfType<string>()));

    private static string Reading(Results results, MeasurementPoint point, PointChange line, IReadOnlyList<int>? atHome, Texts t)
    {
        if (line.Figure is not { Ci95: { } limits } change)
        {
            return t.Why(line, results, Outcome.HeadlineHours, point);
        }

        var key = limits.Contains(0) ? "unsure" : change.Mean < 0 ? "fewer" : "more";
        var sentence = t[$"comparison.hours.{key}", t.Number(Math.Abs(change.Mean ?? 0), 1), t.Point(point), t.Limits(limits, 1), t.Number(change.Pairs)];
        return atHome is not null && Sorting.Share(atHome, 1) is { } none
            ? $"{sentence} {t["comparison.hours.parts", atHome[0] + atHome[1], atHome[2], atHome[3], none.Events, t.Share(none)]}"
            : sentence;
    }

    private static BeforeAfterRow Drawn(Results results, MeasurementPoint point, PointChange line, Texts t) => line.Figure is { } change
        ? new(t.Point(point), t.WithSign(change.Mean ?? 0, 1), change.MeanBefore, change.MeanAfter, t.Number(change.MeanBefore ?? 0, 1), t.Number(change.MeanAfter ?? 0, 1), t["comparison.n", change.Pairs])
        : new(t.Point(point), t.Gap(line, results, point), null, null, string.Empty, string.Empty, string.Empty, IsFew: true);

    private static TableRow Row(MeasurementPoint point, PointChange line, Texts t) => Wording.Row(
    [
        t.Point(point), .. t.Cells(line),
        line.Figure is { Median: { } median, LowerQuartile: { } low, UpperQuartile: { } high } ? $"{t.WithSign(median, 1)} ({t.Range(low, high, 1)})" : Wording.Sign(line),
    ]);

    private static string NewUsers(Results results, FollowUpWindow window, Texts t)
    {
        var hours = results.OwnCasesAt(window.Point).Where(c => c.NewUser && FreedHours.LeftBy(c, window.In(c.StartedOn)) is null)
            .Select(c => c.Value(Outcome.HeadlineHours, window.Point)).OfType<double>().ToArray();
        return hours.Length < DisclosureRule.FewestForMean
            ? t["comparison.hours.new-few", results.OwnCases.Count(c => c.NewUser)]
            : t["comparison.hours.new", results.OwnCases.Count(c => c.NewUser), t.Number(Moments.Of(hours).Mean ?? 0, 1), t.Point(window.Point), hours.Length];
    }

    private static IReadOnlyList<TableColumn> Columns(Texts t) => [.. t.Columns(t["comparison.registration.point"]), Wording.Figures(t["comparison.hours.median"])];
}
