using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>From referred to completed, and new users month by month.</summary>
internal static class FlowSection
{
    private const int MostMonths = 36;

    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        var network = results.Parts(Sorting.Course, 4);
        var referred = results.Referred;
        if (results.OwnParts(Sorting.Course, 4) is { } own)
        {
            yield return new Figure(Own(own, results.NotStarted.GetValueOrDefault(results.Own!.Value), results.Started, network, referred, t));
        }
        else
        {
            yield return new Paragraph(results.Started.IsShown
                ? t["comparison.participation.network", t.Number(results.Started.Value), t.Count(network[0])]
                : results.Hidden(t));
            yield return new Table(
                t["comparison.participation.title"],
                [Wording.Words(t["comparison.participation.courses"]), Wording.Figures(t["comparison.network"])],
                [
                    Wording.Row(t["comparison.flow.not-in-target"], t.Count(referred[0])), Wording.Row(t["comparison.flow.said-no"], t.Count(referred[1])), Wording.Row(t["comparison.started"], t.Count(results.Started)),
                    Wording.Row(t["comparison.participation.completed"], t.Count(network[0])), Wording.Row(t["comparison.participation.under-way"], t.Count(network[1])), Wording.Row(t["comparison.participation.stopped"], t.Count(network[2])),
                    Wording.Row(t["comparison.flow.died"], t.Count(network[3])),
                ],
                t.Hidden(network.Concat(referred).Select(n => n.Reason)));
        }

        if (Months(results, t) is { } months)
        {
            yield return new Figure(months);
        }
    }

    private static CountChart Own(IReadOnlyList<int> own, int[]? not, Released<int> started, IReadOnlyList<Released<int>> network, IReadOnlyList<Released<int>> referred, Texts t)
    {
        var begun = own.Sum();
        List<CountRow> rows = [Row("comparison.started", begun), Row("comparison.flow.completed", own[0], isOwn: true)];
        if (not is not null)
        {
            rows.InsertRange(0, [Row("comparison.flow.referred", begun + not.Sum()), Row("comparison.flow.offered", begun + not[1])]);
        }

        return new(
            new ChartText(
                "participation",
                t["comparison.flow.title"],
                t["comparison.flow.unit"],
                not is not null
                    ? t["comparison.flow.reading", begun + not.Sum(), not[0], not[1], begun, own[0], own[1], own[2], own[3]]
                    : t["comparison.flow.reading-started", begun, own[0], own[1], own[2], own[3]],
                t["comparison.flow.description"],
                [Wording.Words(t["comparison.participation.courses"]), Wording.Figures(t["comparison.own"]), Wording.Figures(t["comparison.network"])],
                [
                    Line("comparison.flow.not-in-target", not?[0], t.Count(referred[0])), Line("comparison.flow.said-no", not?[1], t.Count(referred[1])), Line("comparison.started", begun, t.Count(started)),
                    Line("comparison.participation.completed", own[0], t.Count(network[0])), Line("comparison.participation.under-way", own[1], t.Count(network[1])),
                    Line("comparison.participation.stopped", own[2], t.Count(network[2])), Line("comparison.flow.died", own[3], t.Count(network[3])),
                ],
                string.Join(' ', new[] { t["comparison.flow.source"], t.Hidden(network.Concat(referred).Select(n => n.Reason).Append(not is null ? Suppression.Nobody : null)) }.OfType<string>())),
            t.FromZero(rows.Select(r => r.Count ?? 0)),
            rows);

        CountRow Row(string name, int count, bool isOwn = false) => new(t[name], t.Number(count), count, isOwn);

        TableRow Line(string name, int? count, string whole) => Wording.Row(t[name], count is { } there ? t.Number(there) : Signs.NotReported, whole);
    }

    /// <summary>New users month by month, as many months as there are; null when there are too few to see anything in.</summary>
    private static RunChart? Months(Results results, Texts t)
    {
        if (results.Cases.Count == 0)
        {
            return null;
        }

        var (first, last) = Monthly.Span(results, results.OwnCases.Select(c => c.StartedOn));
        var count = Math.Min(Monthly.Between(first, last) + 1, MostMonths);
        if (count < Monthly.Fewest)
        {
            return null;
        }

        first = last.AddMonths(1 - count);
        int? Month(Core.Measures.CaseOutcome course) => Monthly.Between(first, Monthly.Of(course.StartedOn)) is >= 0 and var month && month < count ? month : null;
        double?[] values = results.OwnParts(Month, count) is { } own
            ? [.. own.Select(n => (double?)n)]
            : [.. results.Parts(Month, count).Select(n => n.IsShown ? (double?)n.Value : null)];
        var finished = count - (results.Today.AddDays(1).Day == 1 ? 0 : 1);
        return values.Any(v => v is not null) ? Monthly.Chart("inclusion", "inclusion", first, values, finished, t.Tick, results.Network, t) : null;
    }
}
