using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Mean change since the start with its interval, and how many changed as much as matters to a person.</summary>
internal static class ChangeSection
{
    public static IEnumerable<PointBlock> Of(Results results, IReadOnlyList<Outcome> outcomes, string id, Texts t)
    {
        var used = outcomes.Where(results.IsUsed).ToList();
        if (used.Count == 0 && outcomes.All(IsOptional))
        {
            yield break;
        }

        if (used.Count == 0 || results.FollowUps.Count == 0)
        {
            yield return new Paragraph(t["comparison.nobody"]);
            yield break;
        }

        var lines = (
            from outcome in used
            from window in results.FollowUps
            select new Line(outcome, window.Point, results.Change(outcome, window.Point))).ToList();
        yield return PointBlock.Figure(results, t, Chart(results, lines, id, t), lines.Select(l => l.Point));
        if (results.Own is not null)
        {
            yield return PointBlock.NetworkTable(results, t, NetworkTable(results, Title(id, outcomes[0], t), lines, t), lines.Select(l => l.Point));
        }

        if (Shares(results, used, id, t) is { } shares)
        {
            yield return PointBlock.Figure(results, t, shares, results.FollowUps[0].Point);
        }
    }

    private static bool IsOptional(Outcome outcome) => outcome is Outcome.Tug or Outcome.Barthel or Outcome.HealthLine or Outcome.Who5 or Outcome.GoalAttainment;

    private static IntervalChart Chart(Results results, IReadOnlyList<Line> lines, string id, Texts t)
    {
        var groups = lines.GroupBy(l => l.Outcome).Select(g => new IntervalGroup(t.Outcome(g.Key), [.. g.Select(l => Row(results, l, t))], Threshold(g.Key)?.Value)).ToList();
        var values = groups.SelectMany(g => g.Rows.SelectMany(r => new[] { r.Low, r.High, r.Point }).Append(g.Threshold)).OfType<double>();
        return new(
            new ChartText(
                id,
                Title(id, lines[0].Outcome, t),
                t[lines[0].Outcome is Outcome.Tug ? "comparison.change.unit-seconds" : "comparison.change.unit"],
                Reading(results, lines[0], t),
                t["comparison.change.description"],
                t.Columns(t["comparison.change.measure"]),
                [.. lines.Select(l => TableLine(l, t))],
                Source(lines, id, t)),
            t.AroundZero(values),
            groups);
    }

    private static string Source(IReadOnlyList<Line> lines, string id, Texts t)
    {
        var limits = lines.Select(l => l.Outcome).Distinct().Select(o => Named(o, t)).OfType<string>().ToList();
        return string.Join(' ', new[]
        {
            t["comparison.change.source"], limits.Count > 0 ? t["comparison.change.limits", t.List(limits)] : null, id is "goals" ? t["comparison.no-comparison-group"] : null,
        }.OfType<string>());
    }

    private static IntervalRow Row(Results results, Line line, Texts t) => line.Change.Figure is { } change
        ? new(t.Point(line.Point), t["comparison.n", change.Pairs], t.Change(change), change.Mean, change.Ci95?.Low, change.Ci95?.High)
        : new(t.Point(line.Point), line.Change is { Gap: Gap.Incomplete, Persons: { } persons } ? t["comparison.n", persons] : string.Empty, t.Gap(line.Change, results, line.Point));

    /// <summary>What the first follow-up says, a sentence for each outcome that has a figure; where none has, why the first has not.</summary>
    public static IEnumerable<string> Lead(Results results, IReadOnlyList<Outcome> outcomes, Texts t)
    {
        List<Line> lines = [.. outcomes.Select(o => new Line(o, results.FollowUps[0].Point, results.Change(o, results.FollowUps[0].Point)))];
        return (lines.Exists(l => l.Change.Figure is not null) ? lines.Where(l => l.Change.Figure is not null) : lines.Take(1)).Select(l => Reading(results, l, t));
    }

    private static string Reading(Results results, Line line, Texts t)
    {
        if (line.Change.Figure is not { Ci95: { } limits } change)
        {
            return t.Why(line.Change, results, line.Outcome, line.Point);
        }

        var (mean, interval) = (t.Number(Math.Abs(change.Mean ?? 0), 1), t.Limits(limits, 1));
        var key = limits.Contains(0) ? "unsure" : change.Mean > 0 ? "higher" : "lower";
        return t[$"comparison.change.{(line.Outcome is Outcome.Tug ? "seconds." : null)}{key}", t.Outcome(line.Outcome), mean, t.Point(line.Point), interval, t.Number(change.Pairs)];
    }

    private static TableRow TableLine(Line line, Texts t) => Wording.Row([$"{t.Outcome(line.Outcome)}, {t.Point(line.Point)}", .. t.Cells(line.Change)]);

    private static string Title(string id, Outcome outcome, Texts t) => id is "goals" ? t["comparison.goals.title"] : t["comparison.change.title", t.Outcome(outcome)];

    private static Table NetworkTable(Results results, string title, IReadOnlyList<Line> lines, Texts t)
    {
        List<Line> network = [.. lines.Select(l => l with { Change = results.NetworkChange(l.Outcome, l.Point) })];
        return new(t["comparison.change.network", title], t.Columns(t["comparison.change.measure"]), [.. network.Select(l => TableLine(l, t))], t.WhySigns(network.Select(l => (l.Point, l.Change))));
    }

    private static StackedChart? Shares(Results results, IReadOnlyList<Outcome> outcomes, string id, Texts t)
    {
        var point = results.FollowUps[0].Point;
        var rows = (
            from outcome in outcomes
            from threshold in Results.InstrumentOf(outcome)?.ImportantChanges.Where(c => c.ForOnePerson) ?? []
            let parts = results.PartsAt(point, Sorting.Important(outcome, point, threshold.Value), 3)
            where parts is not null
            select (Name: threshold == Threshold(outcome) ? t.Outcome(outcome) : t["comparison.share.by", t.Outcome(outcome), t.Number(threshold.Value, 1)], Outcome: outcome, Threshold: threshold, Parts: parts, Share: Sorting.Share(parts, 0)!.Value)).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        return new(
            new ChartText(
                $"{id}-share",
                t["comparison.share.title", t.Point(point)],
                t["comparison.share.unit"],
                string.Join(' ', rows.Where(r => r.Threshold == Threshold(r.Outcome)).Select(r => r.Outcome is Outcome.Sppb
                    ? t["comparison.share.sppb", r.Parts[0], r.Parts[1], r.Parts[2]]
                    : t["comparison.share.reading", r.Share.Events, r.Share.Total, t.Outcome(r.Outcome), t.Share(r.Share)])),
                t["comparison.share.description"],
                [
                    Wording.Words(t["comparison.share.measure"]), Wording.Figures(t["comparison.share.better"]), Wording.Figures(t["comparison.share.same"]),
                    Wording.Figures(t["comparison.share.worse"]), Wording.Figures(t["comparison.share.share"]),
                ],
                [.. rows.Select(r => Wording.Row(r.Name, t.Number(r.Parts[0]), t.Number(r.Parts[1]), t.Number(r.Parts[2]), t.Share(r.Share)))],
                t["comparison.share.source", string.Join(" ", rows.Select(r => t["comparison.share.limit", t.Outcome(r.Outcome), t.Number(r.Threshold.Value, 1), t[$"comparison.threshold.{r.Threshold.Version}"]]))]),
            [
                .. rows.Select(r => new StackedRow(r.Name,
                [
                    new StackedPart(r.Parts[0], t["comparison.part.better", r.Parts[0]], t.Number(r.Parts[0]), Ink.BarOwn),
                    new StackedPart(r.Parts[1], t["comparison.part.same", r.Parts[1]], t.Number(r.Parts[1]), Ink.BarLight),
                    new StackedPart(r.Parts[2], t["comparison.part.worse", r.Parts[2]], t.Number(r.Parts[2]), Ink.BarHatched),
                ])),
            ]);
    }

    /// <summary>The change that matters, for outcomes that have one.</summary>
    private static ImportantChange? Threshold(Outcome outcome) => Results.InstrumentOf(outcome)?.DefaultImportantChange;

    private static string? Named(Outcome outcome, Texts t) => Threshold(outcome) is { } threshold ? $"{t.Outcome(outcome)} {t.Number(threshold.Value, 1)}" : null;

    private sealed record Line(Outcome Outcome, MeasurementPoint Point, PointChange Change);
}
