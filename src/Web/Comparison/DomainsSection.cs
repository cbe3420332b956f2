using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>What people wanted to master, by the part of daily life it belongs to, and how it changed; and the change month by month.</summary>
internal static class DomainsSection
{
    private static readonly int Domains = Enum.GetValues<GoalDomain>().Length;

    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        if (results.FollowUps is not [var window, ..] || !results.IsComplete(window.Point))
        {
            yield break;
        }

        var outcome = results.IsUsed(Outcome.CopmPerformance) ? Outcome.CopmPerformance : Outcome.Psfs;
        if (results.Own is not null && Chart(results.OwnCases, outcome, window.Point, results, t) is { } domains)
        {
            yield return new Figure(domains);
        }

        if (Months(results, outcome, window.Point, t) is { } months)
        {
            yield return new Figure(months);
        }
    }

    private static BeforeAfterChart? Chart(IReadOnlyList<CaseOutcome> cases, Outcome outcome, MeasurementPoint point, Results results, Texts t)
    {
        var (goals, before, after) = Sums(cases, outcome, point);
        var shown = Enumerable.Range(0, Domains).Where(d => goals[d] > 0).OrderByDescending(d => goals[d]).ToList();
        if (goals.Sum() < DisclosureRule.FewestForMean)
        {
            return null;
        }

        var instrument = Results.InstrumentOf(outcome)!;
        return new(
            new ChartText(
                "domains",
                t["comparison.domains.title"],
                t["comparison.domains.unit", t.Outcome(outcome), t.Point(point)],
                t["comparison.domains.reading", Name(shown[0]), goals[shown[0]], goals.Sum(), t.Number(before[shown[0]] / goals[shown[0]], 1), t.Number(after[shown[0]] / goals[shown[0]], 1)],
                t["comparison.domains.description"],
                [Wording.Words(t["comparison.domains.domain"]), Wording.Figures(t["comparison.domains.goals"]), Wording.Figures(t["comparison.change.before"]), Wording.Figures(t["comparison.change.after"]), Wording.Figures(t["comparison.change.change"])],
                [.. shown.Select(d => Wording.Row(Name(d), t.Number(goals[d]), t.Number(before[d] / goals[d], 1), t.Number(after[d] / goals[d], 1), t.WithSign((after[d] - before[d]) / goals[d], 1)))],
                string.Join(' ', new[] { results.Maturity(t), t["comparison.domains.source"] }.OfType<string>())),
            Axis.Between(instrument.Min, instrument.Max, instrument.Min == 0 ? 2.5 : 3, v => t.Number(v, v == Math.Round(v) ? 0 : 1)),
            [
                new BeforeAfterGroup(string.Empty,
                [
                    .. shown.Select(d => new BeforeAfterRow(
                        Name(d), t.WithSign((after[d] - before[d]) / goals[d], 1), before[d] / goals[d], after[d] / goals[d], t.Number(before[d] / goals[d], 1), t.Number(after[d] / goals[d], 1),
                        t.Count("comparison.domains.count", goals[d]), goals[d] < DisclosureRule.FewestForMean)),
                ]),
            ]);

        string Name(int domain) => t.Code(CaseFields.Find("goal1.domain")!, $"{(GoalDomain)domain}");
    }

    /// <summary>Goals rated both times, and the sums of their ratings, by domain.</summary>
    private static (int[] Goals, double[] Before, double[] After) Sums(IReadOnlyList<CaseOutcome> cases, Outcome outcome, MeasurementPoint point)
    {
        var (goals, before, after) = (new int[Domains], new double[Domains], new double[Domains]);
        var instrument = outcome is Outcome.Psfs ? GoalInstrument.Psfs : GoalInstrument.Copm;
        foreach (var course in cases)
        {
            if (course.Instrument != instrument || course.At(MeasurementPoint.Start) is not { Status: MeasurementStatus.Done } first || course.At(point) is not { Status: MeasurementStatus.Done } second)
            {
                continue;
            }

            foreach (var goal in course.Goals)
            {
                if (Rating(first, goal.Number) is { } one && Rating(second, goal.Number) is { } other)
                {
                    goals[(int)goal.Domain]++;
                    before[(int)goal.Domain] += one;
                    after[(int)goal.Domain] += other;
                }
            }
        }

        return (goals, before, after);
    }

    private static int? Rating(MeasuredPoint point, int goal)
    {
        foreach (var rating in point.Ratings)
        {
            if (rating.Goal == goal)
            {
                return rating.Performance;
            }
        }

        return null;
    }

    /// <summary>Mean change of those who started in a month: one's own from five persons on, the network's as far as it may be told.</summary>
    private static Core.Charts.RunChart? Months(Results results, Outcome outcome, MeasurementPoint point, Texts t)
    {
        var measured = results.OwnCases.Where(c => c.Between(outcome, MeasurementPoint.Start, point).Change is not null).ToList();
        var (first, last) = Monthly.Span(results, measured.Select(c => c.StartedOn));
        if (measured.Count > 0)
        {
            last = Monthly.Of(measured.Max(c => c.StartedOn));
        }

        var count = Monthly.Between(first, last) + 1;
        if (count < Monthly.Fewest)
        {
            return null;
        }

        var months = measured.ToLookup(c => Monthly.Between(first, Monthly.Of(c.StartedOn)));
        double?[] values = [.. Enumerable.Range(0, count).Select(i => results.Own is null
            ? results.Whole(cases => Mean([.. cases.Where(c => Monthly.Of(c.StartedOn) == first.AddMonths(i))], outcome, point)) is { IsShown: true, Value: var mean } ? mean : (double?)null
            : Mean([.. months[i]], outcome, point) is (>= DisclosureRule.FewestPersons, var own) ? own : null)];
        return values.Count(v => v is not null) < Monthly.Fewest ? null
            : Monthly.Chart("change-months", "change", first, values, v => t.WithSign(v, 1), results.Network, t, t.Outcome(outcome), t.Point(point));
    }

    private static (int Persons, double Mean) Mean(IReadOnlyList<CaseOutcome> cases, Outcome outcome, MeasurementPoint point)
    {
        double[] changes = [.. cases.Select(c => c.Between(outcome, MeasurementPoint.Start, point).Change).OfType<double>()];
        return (changes.Length, Moments.Of(changes).Mean ?? 0);
    }
}
