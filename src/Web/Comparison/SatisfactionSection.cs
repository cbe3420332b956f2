using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>What people answered about the service, counted.</summary>
internal static class SatisfactionSection
{
    public static IEnumerable<PointBlock> Of(Results results, Texts t)
    {
        if (results.Network.Programme.Satisfaction is not [{ } question, ..] || question.Points is not [var point, ..])
        {
            yield break;
        }

        var width = question.Answers.Count;
        var part = Sorting.Answer(point, width);
        if (results.Own is not null && results.OwnParts(part, width + 1)!.Take(width).Sum() is < DisclosureRule.FewestForMean and var few)
        {
            yield return new Paragraph(t.Count("comparison.satisfaction.few", few));
            yield break;
        }

        if (!results.IsShownAt(point))
        {
            yield return new Paragraph(t["comparison.change.incomplete", t.Outcome(Outcome.ServiceSatisfaction), t.Point(point), results.Incomplete(point, t)]);
            yield break;
        }

        if (results.PartsAt(point, part, width + 1) is not { } asked || asked.Take(width).Sum() < DisclosureRule.FewestForMean)
        {
            yield return new Paragraph(t["comparison.hidden", t.Why(Suppression.FewPersons)]);
            yield break;
        }

        int[] counts = [.. asked.Take(width)];
        var share = Sorting.Share(counts, width - 2, width - 1)!.Value;
        yield return PointBlock.Figure(
            results,
            t,
            new CountChart(
                new ChartText(
                    "satisfaction",
                    t["comparison.satisfaction.title"],
                    t["comparison.satisfaction.unit", question.Question, t.Point(point)],
                    t["comparison.satisfaction.reading", share.Events, share.Total, t.Share(share), asked.Sum(), t.Percent((double)share.Total / asked.Sum())],
                    t["comparison.satisfaction.description"],
                    [Wording.Words(t["comparison.satisfaction.answer"]), Wording.Figures(t["comparison.satisfaction.persons"])],
                    [.. question.Answers.Select((a, i) => Wording.Row(a[t.Language], t.Number(counts[i]))), Wording.Row(t["comparison.satisfaction.none"], t.Number(asked[width]))],
                    string.Join(' ', new[] { t["comparison.satisfaction.source"], Help(results, point, t) }.OfType<string>())),
                t.FromZero(counts.Select(c => (double)c)),
                [.. question.Answers.Select((a, i) => new CountRow(a[t.Language], t.Number(counts[i]), counts[i]))]),
            point);
    }

    /// <summary>Who wrote the answers down, which can colour them; null where nobody has said, or it may not be told.</summary>
    private static string? Help(Results results, MeasurementPoint point, Texts t)
    {
        var helps = Enum.GetValues<AnswerHelp>();
        return results.PartsAt(point, Sorting.Help(point, helps.Length), helps.Length + 1) is { } by && by.Take(helps.Length).Sum() > 0
            ? t["comparison.satisfaction.by", t.List([.. helps.Select(h => $"{t[$"cases.service.by.{h}"].ToLower(t.Culture)} ({t.Number(by[(int)h])})"), $"{t["comparison.satisfaction.by.none"]} ({t.Number(by[^1])})"])]
            : null;
    }
}
