using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Places;
using Mestring.Core.Statistics;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Hours freed and working hours for each course in the whole network. Prices and money never leave a municipality.</summary>
internal static class NetworkEconomySection
{
    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        var (freed, work) = (results.Mean(c => Freed(c, results.Today)), results.Mean(Work));
        if (freed.Release.Contributors + work.Release.Contributors > 0)
        {
            yield return new Heading(2, t["comparison.network-economy.title"]);
        }

        if (freed.Release.Contributors > 0)
        {
            yield return Shown(results, freed, "freed", t);
        }

        if (work.Release.Contributors > 0)
        {
            yield return Shown(results, work, "work", t);
        }
    }

    /// <summary>Hours freed by a course that had decisions before; new users take no part.</summary>
    private static (int Part, double Amount)? Freed(CaseOutcome course, DateOnly today) => course.NewUser ? null : FreedHours.Of(course, today) switch
    {
        { State: FreedState.Counted, Hours: var hours } => (0, hours),
        { State: FreedState.UnderWay } => (1, 0),
        _ => (2, 0),
    };

    /// <summary>Working hours of a course that is over; while it runs there is more to come.</summary>
    private static (int Part, double Amount)? Work(CaseOutcome course) =>
        course.EndedOn is null ? (1, 0) : WorkTime.HoursIn(course) is { } hours ? (0, hours) : (2, 0);

    /// <summary>The chart of a mean, or a sentence where not even one's own can be drawn.</summary>
    private static Block Shown(Results results, PerCourse each, string what, Texts t)
    {
        var lines = results.Names.OrderBy(n => n.Value, Texts.NameOrder).Select(n => (n.Value, IsOwn: n.Key == results.Own, Mean: each.Of(n.Key, n.Key == results.Own), Gap: Gap(each, n.Key, n.Key == results.Own, t))).ToList();
        var rows = lines.ConvertAll(l => Row(l.Value, l.Mean, l.Gap, l.IsOwn, t));
        var whole = each.Release.Whole is { IsShown: true, Value: var all } ? Row(t["comparison.network"], all, default, isOwn: false, t) : null;
        var why = each.Release.Whole.Reason is { } reason ? t.Why(reason) : string.Empty;
        return whole is null && rows.TrueForAll(r => r.Point is null)
            ? new Paragraph(t["comparison.not-shown", t[$"comparison.network-economy.{what}.title"], why])
            : new Figure(new ComparisonChart(
                new ChartText(
                    $"network-{what}",
                    t[$"comparison.network-economy.{what}.title"],
                    t[$"comparison.network-economy.{what}.unit"],
                    whole is null ? why : $"{Reading(each.Release.Whole.Value, what, t)} {MunicipalitiesSection.Apart([.. lines.Where(l => l.Mean is not null).Select(l => (l.Value, l.Mean!.Value.Ci95, l.Mean.Value.Limits(MunicipalitiesSection.Named)))], whole.Point, t)}",
                    t["comparison.municipalities.description"],
                    [
                        Wording.Words(t["comparison.municipality"]), Wording.Figures(t["comparison.participation.courses"]), Wording.Figures(t["comparison.network-economy.hours"]), Wording.Figures(t["comparison.change.interval"]),
                    ],
                    [.. lines.Select(l => Cells(l.Value, l.Mean, l.Gap.Sign, l.IsOwn, t)), Cells(t["comparison.network"], whole is null ? null : each.Release.Whole.Value, Signs.Suppressed, isOwn: false, t)],
                    string.Join(' ', new[]
                    {
                        Maturity(each.Parts, t), t[$"comparison.network-economy.{what}.source"], t.Hidden(each.Release.Municipalities.Values.Select(m => m.Reason).Append(each.Release.Whole.Reason)),
                    }.OfType<string>())),
                t.FromZero(rows.Append(whole).OfType<ComparisonRow>().SelectMany(r => new[] { r.Point, r.Low, r.High }).OfType<double>()),
                rows,
                whole));
    }

    /// <summary>How many courses of the network are counted, run, and cannot be counted.</summary>
    private static string Maturity(IReadOnlyList<Core.Disclosure.Released<int>> parts, Texts t) =>
        parts.All(p => p.IsShown) ? t["comparison.network-economy.maturity", parts[0].Value, parts[1].Value, parts[2].Value] : t["comparison.network-economy.maturity.hidden"];

    /// <summary>What stands where a municipality has no mean, and why in a word.</summary>
    private static (string Sign, string? Why) Gap(PerCourse each, MunicipalityCode municipality, bool isOwn, Texts t) =>
        isOwn ? (Signs.NotReported, t["comparison.network-economy.few", each.Own?.Count ?? 0])
        : each.Release.Municipalities.ContainsKey(municipality) ? (Signs.Suppressed, t["comparison.municipalities.hidden"])
        : (Signs.NotReported, null);

    private static string Reading(Moments mean, string what, Texts t)
    {
        var limits = mean.Ci95 ?? default;
        var key = what is "work" ? "work" : limits.Contains(0) ? "unsure" : mean.Mean > 0 ? "freed" : "more";
        return t[$"comparison.network-economy.reading.{key}", mean.Count, t.Number(Math.Abs(mean.Mean ?? 0), 0), t.Limits(limits, 0)];
    }

    private static ComparisonRow Row(string name, Moments? mean, (string Sign, string? Why) gap, bool isOwn, Texts t) => mean is { Mean: { } value, Ci95: { } limits }
        ? new(name, t.Number(value, 0), t.Limits(limits, 0), value, limits.Low, limits.High, isOwn)
        : new(name, gap.Sign, string.Empty, IsOwn: isOwn, Why: gap.Why);

    private static TableRow Cells(string name, Moments? mean, string sign, bool isOwn, Texts t) => new(
        mean is { Mean: { } value, Ci95: { } limits } ? [name, t.Number(mean.Value.Count), t.Number(value, 0), t.Limits(limits, 0)] : [name, sign, sign, sign], isOwn);
}
