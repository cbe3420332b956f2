using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Working time, hours freed and, with the municipality's own prices, what they amount to. Shown to the municipality alone.</summary>
internal static class EconomySection
{
    private static readonly string[] PriceSteps = ["low", "same", "high"];

    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        if (results.Own is null)
        {
            yield break;
        }

        var time = WorkTime.Of(results.OwnCases);
        if (time.IsRegistered)
        {
            yield return Input(time, t);
        }

        var (real, estimates) = (Economy.Of(results.OwnCases, results.Today), Economy.Of(results.OwnCases, results.Today, estimates: true));
        if (real.Courses.Concat(estimates.Courses).All(c => c.Key is FreedState.UnderWay))
        {
            yield break;
        }

        yield return new Heading(2, t["comparison.economy.title"]);
        yield return new Paragraph(real.Counted > 0 ? Freed(real, t) : t["comparison.economy.none"]);
        if (real.RanOut > 0)
        {
            yield return new Paragraph(t.Count("comparison.economy.ran-out", real.RanOut, t.Number(real.HoursWithoutRanOut, 0)));
        }

        if (estimates.Counted > 0)
        {
            yield return new Paragraph(t["comparison.economy.estimates", estimates.Counted, t.Number(estimates.Hours, 0), t.Number(estimates.PersonWeeks, 0)]);
        }

        yield return States(real, estimates, t);
        if (real.Counted > 0)
        {
            foreach (var block in results.Prices is { } prices ? Priced(real, prices, t) : [new Paragraph(t["comparison.economy.no-prices"])])
            {
                yield return block;
            }
        }

        yield return new Note(t["comparison.economy.capacity"]);
    }

    private static Table Input(WorkTime time, Texts t) => new(
        t["comparison.input.title"],
        [
            Wording.Words(t["comparison.input.profession"]), .. Enum.GetValues<WorkKind>().Select(kind => Wording.Figures(t[$"comparison.input.{kind}"])), Wording.Figures(t["comparison.input.sum"]),
        ],
        [
            .. Enum.GetValues<Profession>().Where(p => time[p] is not null).Select(p => Wording.Row(
                [t[$"cases.profession.{p}"], .. Enum.GetValues<WorkKind>().Select(kind => Hours(time[p, kind], t)), Hours(time[p], t)])),
        ],
        t["comparison.input.source", time.Courses, t.Number(time.Hours, 0)]);

    private static string Hours(long? minutes, Texts t) => minutes is { } there ? t.Number(there / 60.0, 1) : Signs.NotReported;

    private static string Freed(Economy economy, Texts t)
    {
        var key = economy.Hours >= 0 ? "comparison.economy.freed" : "comparison.economy.more";
        var sentence = t[key, economy.Counted, t.Number(Math.Abs(economy.Hours), 0), t.Number(economy.PersonWeeks, 0)];
        return string.Join(' ', new[]
        {
            sentence,
            economy.Counted >= DisclosureRule.FewestForMean
                ? t["comparison.economy.each", t.Number(economy.Each.Mean ?? 0, 0), t.Number(economy.Median ?? 0, 0), t.Number(economy.TrimmedMean ?? 0, 0), t.Number(economy.Cautious ?? 0, 0)]
                : null,
            economy is { Counted: > 1, LargestShare: { } largest } ? t["comparison.economy.largest", t.Percent(largest)] : null,
        }.OfType<string>());
    }

    /// <summary>Every course is in one state; those who had decisions and new users stand apart.</summary>
    private static Table States(Economy real, Economy estimates, Texts t) => new(
        t["comparison.economy.states"],
        [Wording.Words(t["comparison.economy.state"]), Wording.Figures(t["comparison.economy.had-decisions"]), Wording.Figures(t["comparison.economy.new-users"])],
        [
            .. Enum.GetValues<FreedState>().Where(s => real.Courses.ContainsKey(s) || estimates.Courses.ContainsKey(s))
                .Select(s => Wording.Row(t[$"comparison.economy.state.{s}"], t.Number(real.Courses.GetValueOrDefault(s)), t.Number(estimates.Courses.GetValueOrDefault(s)))),
        ],
        t["comparison.economy.source"]);

    private static IEnumerable<Block> Priced(Economy economy, EconomyPrices prices, Texts t)
    {
        var cost = economy.Cost(prices);
        yield return new Paragraph(t["comparison.economy.gross", Kroner(economy.Gross(prices) ?? 0, t), Kroner(prices.HomeServiceHour, t), prices.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), prices.Source]);
        if (cost is not { } spent || economy.Net(prices) is not { } net || economy.NetHours is not { } hours)
        {
            yield return new Paragraph(economy.InputIsComplete ? t["comparison.economy.no-price"] : t["comparison.economy.no-input", economy.Input.Courses, economy.Counted]);
            yield break;
        }

        yield return new Paragraph(string.Join(
            ' ',
            t["comparison.economy.net", t.Number(economy.Input.Hours, 0), Kroner(spent, t), Kroner(net, t), t.WithSign(hours, 0)],
            BreakEven(net, economy.BreakEvenWeeks(prices), t)));
        yield return new Table(
            t["comparison.economy.sensitivity"],
            [Wording.Words(t["comparison.economy.recovery"]), .. PriceSteps.Select(price => Wording.Figures(t[$"comparison.economy.price-{price}"]))],
            [.. EconomyAssumption.Sensitivity.GroupBy(a => a.Recovery).Select(row => Wording.Row([t["comparison.economy.recovery-of", t.Percent(row.Key)], .. row.Select(a => Kroner(economy.Net(prices, a) ?? 0, t))]))],
            t["comparison.economy.sensitivity.source"]);
    }

    /// <summary>When the hours match the input. It never says otherwise than the net of the first year beside it: a week by today's rate is only that.</summary>
    internal static string BreakEven(decimal net, double? weeks, Texts t) => (net >= 0, weeks) switch
    {
        (true, { } week) when week <= FreedHours.Year / 7.0 => t["comparison.economy.break-even", t.Number(week, 0)],
        (true, _) => t["comparison.economy.within-year"],
        (false, { } week) => t["comparison.economy.after-year", t.Number(week, 0)],
        _ => t["comparison.economy.not-reached"],
    };

    private static string Kroner(decimal amount, Texts t) => t.Kroner((long)Math.Round(amount));
}
