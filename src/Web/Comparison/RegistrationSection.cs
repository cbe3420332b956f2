using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>How many are measured at each point. The four parts add up to those who started.</summary>
internal static class RegistrationSection
{
    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        var own = results.FollowUps.Select(w => (Window: w, Counts: results.OwnMeasured(w.Point))).ToList();
        if (results.Own is not null)
        {
            yield return new Figure(Chart([.. own.Select(o => (o.Window, o.Counts!))], t));
        }

        var network = results.FollowUps.Select(w => (Window: w, Counts: results.Measured(w.Point))).ToList();
        yield return new Table(
            t["comparison.registration.network"],
            Columns(t),
            [.. network.Select(n => Line(n.Window, n.Counts, t))],
            t.Hidden(network.SelectMany(n => n.Counts).Select(c => c.Reason)));
    }

    private static StackedChart Chart(IReadOnlyList<(FollowUpWindow Window, IReadOnlyList<int> Counts)> points, Texts t)
    {
        var first = points[0];
        return new(
            new ChartText(
                "registration",
                t["comparison.registration.title"],
                t["comparison.registration.unit", first.Counts.Sum()],
                t["comparison.registration.reading", t.Point(first.Window.Point), first.Counts[0], first.Counts[0] + first.Counts[1]],
                t["comparison.registration.description"],
                Columns(t),
                [.. points.Select(p => Line(p.Window, [.. p.Counts.Select(c => (int?)c)], t))],
                t["comparison.registration.source"]),
            [
                .. points.Select(p => new StackedRow(t.Point(p.Window.Point),
                [
                    Part(p.Counts[0], "measured", Ink.BarOwn),
                    Part(p.Counts[1], "missing", Ink.BarHatched),
                    Part(p.Counts[2], "not-yet", Ink.BarLight),
                    Part(p.Counts[3], "no-longer", Ink.BarEmpty),
                ])),
            ]);

        StackedPart Part(int count, string name, Ink ink) => new(count, t[$"comparison.part.{name}", count], t.Number(count), ink);
    }

    private static IReadOnlyList<TableColumn> Columns(Texts t) =>
    [
        Wording.Words(t["comparison.registration.point"]), Wording.Figures(t["comparison.started"]), Wording.Figures(t["comparison.registration.due"]),
        Wording.Figures(t["comparison.registration.measured"]), Wording.Figures(t["comparison.registration.missing"]),
        Wording.Figures(t["comparison.registration.not-yet"]), Wording.Figures(t["comparison.registration.no-longer"]), Wording.Figures(t["comparison.registration.share"]),
    ];

    private static TableRow Line(FollowUpWindow window, IReadOnlyList<Released<int>> counts, Texts t) => Line(window, [.. counts.Select(c => c.IsShown ? c.Value : (int?)null)], t, counts.Select(c => t.Count(c)).FirstOrDefault(c => c is Signs.NotReported) ?? Signs.Suppressed);

    /// <summary>A sum is shown only where all that it adds are.</summary>
    private static TableRow Line(FollowUpWindow window, IReadOnlyList<int?> counts, Texts t, string hidden = Signs.Suppressed)
    {
        var due = counts[0] + counts[1];
        return Wording.Row(
            t.Point(window.Point),
            Shown(counts.Aggregate((int?)0, (sum, c) => sum + c)),
            Shown(due),
            Shown(counts[0]),
            Shown(counts[1]),
            Shown(counts[2]),
            Shown(counts[3]),
            counts is [{ } done, { } missing, ..] ? new Completeness(done, missing, 0, 0).Percent is { } percent ? t.Percent(percent / 100.0) : Signs.NotApplicable : hidden);

        string Shown(int? count) => count is { } there ? t.Number(there) : hidden;
    }
}
