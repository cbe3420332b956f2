using Mestring.Core.Charts;
using Mestring.Core.Disclosure;
using Mestring.Core.Documents;
using Mestring.Web.Design;

namespace Mestring.Web.Comparison;

/// <summary>Who takes part: how many have begun, completed and broken off.</summary>
internal static class ParticipationSection
{
    private static readonly string[] Parts = ["completed", "under-way", "stopped"];

    public static IEnumerable<Block> Of(Results results, Texts t)
    {
        var own = results.OwnParts(Sorting.Course, Parts.Length);
        var network = results.Parts(Sorting.Course, Parts.Length);
        var columns = new List<TableColumn> { Wording.Words(t["comparison.participation.courses"]) };
        if (own is not null)
        {
            columns.Add(Wording.Figures(t["comparison.own"]));
        }

        columns.Add(Wording.Figures(t["comparison.network"]));
        var rows = new List<TableRow> { Line(t["comparison.started"], own?.Sum(), results.Started) };
        rows.AddRange(Parts.Select((p, i) => Line(t[$"comparison.participation.{p}"], own?[i], network[i])));

        if (own is not null)
        {
            yield return new Figure(new StackedChart(
                new ChartText(
                    "participation",
                    t["comparison.participation.title"],
                    t["comparison.participation.unit"],
                    t["comparison.participation.reading", t.Number(own.Sum()), t.Number(own[0]), t.Number(own[1]), t.Number(own[2])],
                    t["comparison.participation.description"],
                    columns,
                    rows,
                    Source(network, t)),
                [
                    new StackedRow(t["comparison.started"],
                    [
                        Part(own[0], "completed", Ink.BarOwn),
                        Part(own[1], "under-way", Ink.BarLight),
                        Part(own[2], "stopped", Ink.BarHatched),
                    ]),
                ]));
        }
        else
        {
            yield return new Paragraph(results.Started.IsShown
                ? t["comparison.participation.network", t.Number(results.Started.Value), t.Count(network[0])]
                : t["comparison.hidden", t.Why(results.Started.Reason ?? default)]);
            yield return new Table(t["comparison.participation.title"], columns, rows, Source(network, t));
        }

        TableRow Line(string name, int? mine, Released<int> whole) => own is null
            ? Wording.Row(name, t.Count(whole))
            : Wording.Row(name, t.Number(mine ?? 0), t.Count(whole));

        StackedPart Part(int count, string name, Ink ink) => new(count, t[$"comparison.part.{name}", count], t.Number(count), ink);
    }

    /// <summary>What ":" means, where one is shown.</summary>
    internal static string? Source(IEnumerable<Released<int>> shown, Texts t) =>
        shown.Select(s => s.Reason).FirstOrDefault(r => r is not null) is { } reason ? t["comparison.hidden", t.Why(reason)] : null;
}
