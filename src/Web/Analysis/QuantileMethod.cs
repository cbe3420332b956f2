using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse quantile</c>: how values are spread and each unit's rank.</summary>
internal static class QuantileMethod
{
    private static readonly (string Name, double P)[] Shown =
        [("median", 0.5), ("p5", 0.05), ("p10", 0.1), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p95", 0.95)];

    public static Command Create(Func<Stream> input)
    {
        var weight = new Option<string>("--weight") { Description = "A column that says how many times each value counts; a column named weight is used without asking." };
        return Method.Of(
            input, "quantile", "Mean, quantiles of type 7 and ranks. Columns: unit, value, weight (optional).", "quantile coverage.csv --json", (parsed, table) => Run(table, parsed.GetValue(weight)), weight);
    }

    private static Answer Run(CsvTable table, string? weight)
    {
        InputColumn unit = new(table, "unit"), value = new(table, "value");
        var weights = weight is not null ? new InputColumn(table, weight) : table.Has("weight") ? new InputColumn(table, "weight") : null;
        var values = table.Rows.Select(value.Number).ToList();
        var present = table.Rows.Where((_, i) => values[i] is not null).Select(row => (Value: value.Required(row), Weight: weights?.Required(row, 0) ?? 1)).ToList();
        var distribution = WeightedDistribution.Of(present);
        var ranks = Ranks(table, value, values);
        var answer = new Answer().Count("n", present.Count).Count("n_missing", values.Count - present.Count).Number("mean", distribution.Mean);
        foreach (var (name, p) in Shown)
        {
            answer.Number(name, distribution.Quantile(p));
        }

        return answer
            .Because(distribution.Mean is not null ? null : present.Count == 0 ? "n=0" : "denominator=0")
            .List("units", table.Rows.Select((row, i) => new Answer().Text("unit", unit.Text(row)).Number("value", values[i]).Count("rank", ranks[i])));
    }

    /// <summary>Values are compared as written; only where one is beyond the range of decimal are all compared as doubles.</summary>
    private static IReadOnlyList<int?> Ranks(CsvTable table, InputColumn value, List<double?> values)
    {
        var exact = table.Rows.Select(value.Exact).ToList();
        return exact.Where((e, i) => e is null && values[i] is not null).Any() ? Ranking.Of(values) : Ranking.Of(exact);
    }
}
