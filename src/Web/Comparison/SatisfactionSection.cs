using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>What people answered about the service, counted.</summary>
internal static class SatisfactionSection
{
    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        if (results.Network.Programme.Satisfaction is not [{ } question, ..] || question.Points is not [var point, ..])
        {
            yield break;
        }

        var width = question.Answers.Count;
        if (ChangeSection.Known(results, Sorting.Answer(point), width) is not { } counts || counts.Sum() < DisclosureRule.FewestForMean)
        {
            yield return new Paragraph(results.Own is null
                ? t["comparison.hidden", t.Why(Suppression.FewPersons)]
                : t.Count("comparison.satisfaction.few", results.OwnParts(Sorting.Answer(point), width)?.Sum() ?? 0));
            yield break;
        }

        if (!results.IsComplete(point))
        {
            yield return new Paragraph(t["comparison.change.incomplete", t.Outcome(Core.Measures.Outcome.ServiceSatisfaction), t.Point(point), results.Incomplete(point, t)]);
            yield break;
        }

        var share = Sorting.Share(counts, width - 2, width - 1)!.Value;
        yield return new Figure(new CountChart(
            new ChartText(
                "satisfaction",
                t["comparison.satisfaction.title"],
                t["comparison.satisfaction.unit", question.Question, t.Point(point)],
                t["comparison.satisfaction.reading", share.Events, share.Total, t.Share(share)],
                t["comparison.satisfaction.description"],
                [Wording.Words(t["comparison.satisfaction.answer"]), Wording.Figures(t["comparison.satisfaction.persons"])],
                [.. question.Answers.Select((a, i) => Wording.Row(a[t.Language], t.Number(counts[i])))],
                string.Join(' ', new[] { results.Maturity(t), t["comparison.satisfaction.source"] }.OfType<string>())),
            Axis.Around([.. counts.Select(c => (double)c)], v => t.Number(v, v == Math.Round(v) ? 0 : 1), includeZero: true),
            [.. question.Answers.Select((a, i) => new CountRow(a[t.Language], t.Number(counts[i]), counts[i]))]));
    }
}
