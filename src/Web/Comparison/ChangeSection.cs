using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Mean change since the start with its interval, and how many changed as much as matters to a person.</summary>
internal static class ChangeSection
{
    public static IEnumerable<Block> Of(Results results, IReadOnlyList<Outcome> outcomes, string id, Texts t)
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
            select new Line(outcome, window.Point, results.OwnChange(outcome, window.Point), results.Release(outcome, window.Point))).ToList();
        yield return new Figure(Chart(results, lines, id, t));
        if (results.Own is not null)
        {
            yield return NetworkTable(results, Title(id, outcomes[0], t), lines, t);
        }

        if (Shares(results, used, id, t) is { } shares)
        {
            yield return new Figure(shares);
        }
    }

    private static bool IsOptional(Outcome outcome) => outcome is Outcome.Tug or Outcome.Barthel or Outcome.HealthLine or Outcome.Who5 or Outcome.GoalAttainment;

    private static IntervalChart Chart(Results results, IReadOnlyList<Line> lines, string id, Texts t)
    {
        var isOwn = results.Own is not null;
        var groups = lines.GroupBy(l => l.Outcome).Select(g => new IntervalGroup(t.Outcome(g.Key), [.. g.Select(l => Row(results, l, t))], Threshold(g.Key)?.Value)).ToList();
        var values = groups.SelectMany(g => g.Rows.SelectMany(r => new[] { r.Low, r.High, r.Point }).Append(g.Threshold)).OfType<double>();
        return new(
            new ChartText(
                id,
                Title(id, lines[0].Outcome, t),
                t[lines[0].Outcome is Outcome.Tug ? "comparison.change.unit-seconds" : "comparison.change.unit"],
                Reading(results, lines[0], t),
                t["comparison.change.description"],
                Columns(t),
                [.. lines.Select(l => TableLine(l, isOwn ? l.Own : Of(l.Network), isOwn, results.IsComplete(l.Point), t))],
                Source(results, lines, t)),
            Axis.Around(values, v => t.WithSign(v, v == Math.Round(v) ? 0 : 1), includeZero: true),
            groups);
    }

    private static string Source(Results results, IReadOnlyList<Line> lines, Texts t)
    {
        var limits = lines.Select(l => l.Outcome).Distinct().Select(o => Named(o, t)).OfType<string>().ToList();
        return string.Join(' ', new[]
        {
            results.Maturity(t), t["comparison.change.source"], limits.Count > 0 ? t["comparison.change.limits", t.List(limits)] : null, t["comparison.no-comparison-group"],
        }.OfType<string>());
    }

    private static IntervalRow Row(Results results, Line line, Texts t)
    {
        var isOwn = results.Own is not null;
        var change = isOwn ? line.Own : Of(line.Network);
        if (change is not null && Wording.IsEnough(change) && !results.IsComplete(line.Point))
        {
            return new(t.Point(line.Point), t["comparison.n", change.Pairs], results.Incomplete(line.Point, t));
        }

        return change is not null && Wording.IsEnough(change)
            ? new(t.Point(line.Point), t["comparison.n", change.Pairs], t.Change(change), change.Mean, change.Ci95?.Low, change.Ci95?.High)
            : new(t.Point(line.Point), string.Empty, isOwn ? t["comparison.few", change?.Pairs ?? 0] : Wording.Suppressed);
    }

    /// <summary>What the first follow-up says about an outcome, in one sentence.</summary>
    public static string Sentence(Results results, Outcome outcome, Texts t)
    {
        var point = results.FollowUps[0].Point;
        return Reading(results, new Line(outcome, point, results.OwnChange(outcome, point), results.Release(outcome, point)), t);
    }

    private static string Reading(Results results, Line line, Texts t)
    {
        var isOwn = results.Own is not null;
        var change = isOwn ? line.Own : Of(line.Network);
        if (change is null || !Wording.IsEnough(change) || change.Ci95 is not { } limits)
        {
            return isOwn
                ? t.Count("comparison.change.few", change?.Pairs ?? 0, t.Outcome(line.Outcome), t.Point(line.Point))
                : t.Hidden(line.Network);
        }

        if (!results.IsComplete(line.Point))
        {
            return t["comparison.change.incomplete", t.Outcome(line.Outcome), t.Point(line.Point), results.Incomplete(line.Point, t)];
        }

        var (mean, interval) = (t.Number(Math.Abs(change.Mean ?? 0), 1), t.Range(limits.Low, limits.High, 1));
        var key = limits.Contains(0) ? "unsure" : change.Mean > 0 ? "higher" : "lower";
        return t[$"comparison.change.{(line.Outcome is Outcome.Tug ? "seconds." : null)}{key}", t.Outcome(line.Outcome), mean, t.Point(line.Point), interval, t.Number(change.Pairs)];
    }

    private static TableRow TableLine(Line line, PairedChange? change, bool isOwn, bool isComplete, Texts t) => change is not null && Wording.IsEnough(change) && isComplete
        ? Wording.Row(
            $"{t.Outcome(line.Outcome)}, {t.Point(line.Point)}",
            t.Number(change.Pairs),
            t.Number(change.MeanBefore ?? 0, 1),
            t.Number(change.MeanAfter ?? 0, 1),
            t.WithSign(change.Mean ?? 0, 1),
            change.Ci95 is { } limits ? t.Range(limits.Low, limits.High, 1) : Wording.NotReported)
        : Wording.Row($"{t.Outcome(line.Outcome)}, {t.Point(line.Point)}", isOwn || change is not null ? t.Number(change?.Pairs ?? 0) : Wording.Suppressed, Few(isOwn), Few(isOwn), Few(isOwn), Few(isOwn));

    private static string Few(bool isOwn) => isOwn ? Wording.NotReported : Wording.Suppressed;

    private static string Title(string id, Outcome outcome, Texts t) => id is "goals" ? t["comparison.goals.title"] : t["comparison.change.title", t.Outcome(outcome)];

    private static Table NetworkTable(Results results, string title, IReadOnlyList<Line> lines, Texts t) => new(
        t["comparison.change.network", title],
        Columns(t),
        [.. lines.Select(l => TableLine(l, Of(l.Network), isOwn: false, results.CompletenessAt(l.Point, null).IsEnough, t))],
        results.Colons(lines.Select(l => (l.Point, l.Network)), t));

    private static StackedChart? Shares(Results results, IReadOnlyList<Outcome> outcomes, string id, Texts t)
    {
        var point = results.FollowUps[0].Point;
        var rows = (
            from outcome in outcomes
            where results.IsComplete(point)
            from threshold in Results.InstrumentOf(outcome)?.ImportantChanges.Where(c => c.ForOnePerson) ?? []
            let parts = Known(results, Sorting.Important(outcome, point, threshold.Value))
            where parts is not null && parts.Sum() >= DisclosureRule.FewestForMean
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

    /// <summary>One's own counts, or for the leader those of the network when all of them may be told; else null.</summary>
    internal static IReadOnlyList<int>? Known(Results results, Func<CaseOutcome, int?> sorting, int parts = 3) =>
        results.OwnParts(sorting, parts) ?? (results.Parts(sorting, parts) is var released && released.All(r => r.IsShown) ? [.. released.Select(r => r.Value)] : null);

    private static PairedChange? Of(NetworkRelease<MunicipalityCode, PairedChange> network) => network.Whole.Value;

    /// <summary>The change that matters, for outcomes that have one.</summary>
    private static ImportantChange? Threshold(Outcome outcome) => Results.InstrumentOf(outcome)?.DefaultImportantChange;

    private static string? Named(Outcome outcome, Texts t) => Threshold(outcome) is { } threshold ? $"{t.Outcome(outcome)} {t.Number(threshold.Value, 1)}" : null;

    private static IReadOnlyList<TableColumn> Columns(Texts t) =>
    [
        Wording.Words(t["comparison.change.measure"]), Wording.Figures(t["comparison.change.n"]), Wording.Figures(t["comparison.change.before"]),
        Wording.Figures(t["comparison.change.after"]), Wording.Figures(t["comparison.change.change"]), Wording.Figures(t["comparison.change.interval"]),
    ];

    private sealed record Line(Outcome Outcome, MeasurementPoint Point, PairedChange? Own, NetworkRelease<MunicipalityCode, PairedChange> Network);
}
