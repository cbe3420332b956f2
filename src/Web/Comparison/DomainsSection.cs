using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>What people wanted to master, by the part of daily life it belongs to, and how it changed; and the change month by month.</summary>
internal static class DomainsSection
{
    private static readonly int Domains = Enum.GetValues<GoalDomain>().Length;

    public static IEnumerable<PointBlock> Of(Results results, Texts t)
    {
        if (results.FollowUps is not [{ Point: var point } window, ..])
        {
            yield break;
        }

        foreach (var outcome in new[] { Outcome.CopmPerformance, Outcome.Psfs }.Where(results.IsUsed))
        {
            if (Chart(results.OwnCasesAt(point), outcome, point, t) is { } domains)
            {
                yield return PointBlock.Figure(results, t, domains, point);
            }

            if (Months(results, outcome, window, t) is { } months)
            {
                yield return PointBlock.Figure(results, t, months, point);
            }
        }
    }

    private static string Id(string id, Outcome outcome) => outcome is Outcome.Psfs ? $"{id}-psfs" : id;

    private static BeforeAfterChart? Chart(IReadOnlyList<CaseOutcome> cases, Outcome outcome, MeasurementPoint point, Texts t)
    {
        var (goals, before, after) = Sums(cases, outcome, point);
        var shown = Enumerable.Range(0, Domains).Where(d => goals[d] > 0).OrderByDescending(d => goals[d]).ToList();
        if (goals.Sum() < DisclosureRule.FewestForMean)
        {
            return null;
        }

        var instrument = Results.InstrumentOf(outcome)!;
        var most = shown[0];
        return new(
            new ChartText(
                Id("domains", outcome),
                t["comparison.domains.title"],
                t["comparison.domains.unit", t.Outcome(outcome), t.Point(point)],
                IsEnough(most)
                    ? t["comparison.domains.reading", Name(most).ToLower(t.Culture), goals[most], goals.Sum(), t.Number(before[most] / goals[most], 1), t.Number(after[most] / goals[most], 1)]
                    : t["comparison.domains.reading-few", Name(most).ToLower(t.Culture), goals[most], goals.Sum()],
                t["comparison.domains.description"],
                [Wording.Words(t["comparison.domains.domain"]), Wording.Figures(t["comparison.domains.goals"]), Wording.Figures(t["comparison.change.before"]), Wording.Figures(t["comparison.change.after"]), Wording.Figures(t["comparison.change.change"])],
                [.. shown.Select(Line)],
                t["comparison.domains.source"]),
            Axis.Between(instrument.Min, instrument.Max, instrument.Min == 0 ? 2.5 : 3, t.Tick),
            [new BeforeAfterGroup(string.Empty, [.. shown.Select(Drawn)])]);

        bool IsEnough(int domain) => goals[domain] >= DisclosureRule.FewestForMean;

        TableRow Line(int domain) => IsEnough(domain)
            ? Wording.Row(Name(domain), t.Number(goals[domain]), t.Number(before[domain] / goals[domain], 1), t.Number(after[domain] / goals[domain], 1), t.WithSign((after[domain] - before[domain]) / goals[domain], 1))
            : Wording.Row(Name(domain), t.Number(goals[domain]), Signs.NotReported, Signs.NotReported, Signs.NotReported);

        BeforeAfterRow Drawn(int domain) => IsEnough(domain)
            ? new(
                Name(domain), t.WithSign((after[domain] - before[domain]) / goals[domain], 1), before[domain] / goals[domain], after[domain] / goals[domain],
                t.Number(before[domain] / goals[domain], 1), t.Number(after[domain] / goals[domain], 1), t.Count("comparison.domains.count", goals[domain]))
            : new(Name(domain), t["comparison.domains.few"], null, null, string.Empty, string.Empty, t.Count("comparison.domains.count", goals[domain]), IsFew: true);

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
    private static RunChart? Months(Results results, Outcome outcome, FollowUpWindow window, Texts t)
    {
        double? Change(CaseOutcome course) => course.Between(outcome, MeasurementPoint.Start, window.Point).Change;
        var measured = results.OwnCasesAt(window.Point).Where(c => Change(c) is not null).Select(c => c.StartedOn).ToList();
        var (first, last) = Monthly.Span(results, measured);
        if (measured.Count > 0)
        {
            last = Monthly.Of(measured.Max());
        }

        var count = Monthly.Between(first, last) + 1;
        if (count < Monthly.Fewest)
        {
            return null;
        }

        var values = results.MeansAt(window.Point, c => Monthly.Between(first, Monthly.Of(c.StartedOn)) is >= 0 and var month && month < count ? month : null, count, Change);
        // A month is not over before the last who may have started in it can no longer be measured.
        var finished = Enumerable.Range(0, count).Count(i => window.Closes(first.AddMonths(i + 1).AddDays(-1)) < results.Today);
        return values.Take(finished).Count(v => v is not null) < Monthly.Fewest ? null
            : Monthly.Chart(Id("change-months", outcome), "change", first, values, finished, v => t.WithSign(v, 1), results.Network, t, t.Outcome(outcome), t.Point(window.Point));
    }
}
