using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse change</c>: paired change.</summary>
internal static class ChangeMethod
{
    public static Command Create(Func<Stream> input)
    {
        var by = new Option<string>("--by") { Description = "A column whose values make groups." };
        var better = Method.Choice("--better", "Which way is better.", "higher", "lower");
        var important = Method.Number("--important", "The smallest change that matters, in points of the instrument.", least: 0);
        return Method.Of(
            input,
            "change",
            "Change of a group measured twice. Columns: id, pre, post.",
            "change visits.csv --important 2 --json",
            (parsed, table) => Run(
                table, parsed.GetValue(by), parsed.GetValue(better) is "lower" ? Direction.LowerIsBetter : Direction.HigherIsBetter, parsed.GetValue(important)),
            by,
            better,
            important);
    }

    private static Answer Run(CsvTable table, string? by, Direction better, double? important)
    {
        InputColumn id = new(table, "id"), pre = new(table, "pre"), post = new(table, "post");
        var group = by is null ? id : new InputColumn(table, by);
        var pairs = table.Rows.Select(row => (Key: group.Text(row), Pair: new Pair(pre.Number(row), post.Number(row)))).ToList();
        var total = Show(new Answer(), pairs.Select(p => p.Pair));
        return by is null ? total : new Answer()
            .List("groups", pairs.GroupBy(p => p.Key, p => p.Pair, StringComparer.Ordinal).Select(g => Show(new Answer().Text("key", g.Key), g)))
            .Part("total", total);

        Answer Show(Answer answer, IEnumerable<Pair> some) => Write(answer, PairedChange.Of(some, better, important));
    }

    private static Answer Write(Answer answer, PairedChange change) => answer
        .Count("n_rows", change.Rows)
        .Count("n_pairs", change.Pairs)
        .Count("n_missing_pre", change.MissingBefore)
        .Count("n_missing_post", change.MissingAfter)
        .Number("mean_pre", change.MeanBefore)
        .Number("mean_post", change.MeanAfter)
        .Number("mean_change", change.Mean)
        .Number("sd_change", change.Sd)
        .Number("se_change", change.StandardError)
        .Count("df", change.Df)
        .Number("t", change.T)
        .Number("p_t", change.P)
        .Limits("ci95", change.Ci95)
        .Number("median_change", change.Median)
        .Number("q1_change", change.LowerQuartile)
        .Number("q3_change", change.UpperQuartile)
        .Number("dz", change.Dz)
        .Part("wilcoxon", new Answer()
            .Count("n_nonzero", change.SignedRank.NonZero)
            .Number("v", change.SignedRank.V)
            .Number("p", change.SignedRank.P)
            .Text("method", change.SignedRank switch { { P: null } => null, { IsExact: true } => "exact", _ => "normal" })
            .Because(change.SignedRank.P is null ? "n=0" : null))
        .Part("important", change.Important is not { } share ? null : new Answer()
            .Number("threshold", share.Threshold)
            .Count("n_reached", share.Reached?.Events ?? 0)
            .Number("share", share.Reached?.Value)
            .Limits("wilson95", share.Reached?.Wilson())
            .Count("n_worsened", share.Worsened)
            .Because(share.Reached is null ? "n=0" : null))
        .Because(change switch { { Pairs: 0 } => "n=0", { Pairs: 1 } => "n=1", { NoVariation: true } => "sd=0", _ => null });
}
