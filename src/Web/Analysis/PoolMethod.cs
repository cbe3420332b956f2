using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse pool</c>: the common mean and each unit's shrunken mean.</summary>
internal static class PoolMethod
{
    public static Command Create(Func<Stream> input)
    {
        var method = Method.Choice("--method", "How the variance between units is estimated.", "reml", "dl", "fe");
        var knappHartung = new Option<bool>("--knapp-hartung") { Description = "Limits from t with k - 1 degrees of freedom." };
        return Method.Of(
            input,
            "pool",
            "Random-effects mean and shrunken means. Columns: unit, yi, vi; or unit, n, mean_change, sd_change.",
            "pool municipalities.csv --method reml --knapp-hartung --json",
            (parsed, table) => Run(table, parsed.GetValue(method)!, parsed.GetValue(knappHartung)),
            method,
            knappHartung);
    }

    private static Answer Run(CsvTable table, string method, bool knappHartung)
    {
        var unit = new InputColumn(table, "unit");
        var units = table.Has("yi") || !table.Has("mean_change") ? GivenVariance(table) : GivenSpread(table);
        var known = units.Where(u => u.Mean is not null).Select(u => u.Mean!.Value).ToList();
        var pooled = RandomEffects.Of(known, method switch { "dl" => BetweenVariance.DerSimonianLaird, "fe" => BetweenVariance.None, _ => BetweenVariance.Reml });
        var next = 0;
        return new Answer()
            .Count("k", known.Count)
            .Number("mu", pooled?.Mean)
            .Number("se", knappHartung ? pooled?.KnappHartungError : pooled?.ModelError)
            .Limits("ci95", pooled?.Limits(knappHartung: knappHartung))
            .Number("tau2", pooled?.Tau2)
            .Number("i2", pooled?.I2)
            .Number("q", pooled?.Q)
            .Count("q_df", pooled?.Units - 1)
            .Number("q_p", pooled?.QP)
            .Limits("prediction95", pooled?.Prediction(knappHartung: knappHartung))
            .Text("ranking", pooled is null or { NoRanking: true } ? "none" : "blup")
            .List("units", units.Select((u, i) =>
            {
                var shrunken = u.Mean is null || pooled is null ? (ShrunkenMean?)null : pooled.Shrunken[next++];
                var answer = new Answer()
                    .Text("unit", unit.Text(table.Rows[i]))
                    .Number("yi", u.Mean?.Value)
                    .Number("vi", u.Mean?.Variance)
                    .Number("weight", shrunken?.Weight)
                    .Number("blup", shrunken?.Value)
                    .Number("se", shrunken?.StandardError)
                    .Yes("pooled_sd", u.Borrowed);
                return answer.Because(u.Mean is null ? "n=0" : null);
            }))
            .Because(pooled is null ? "k=0" : pooled.Units == 1 ? "k=1" : null);
    }

    /// <summary>A unit with a missing or zero variance gets the mean of the others': what a pooled SD gives when groups are of a size.</summary>
    private static List<(UnitMean? Mean, bool Borrowed)> GivenVariance(CsvTable table)
    {
        InputColumn yi = new(table, "yi"), vi = new(table, "vi");
        var own = table.Rows.Select(row => (Row: row, Value: yi.Number(row), Variance: vi.Number(row) is null ? 0 : vi.Required(row, 0))).ToList();
        var others = own.Where(u => u is { Value: not null, Variance: > 0 }).Select(u => u.Variance).ToArray();
        return [.. own.Select(u => Borrow(u.Value, u.Variance, () => others.Length > 0 ? others.Average() : throw NoSpread(vi, u.Row)))];
    }

    private static List<(UnitMean? Mean, bool Borrowed)> GivenSpread(CsvTable table)
    {
        InputColumn n = new(table, "n"), mean = new(table, "mean_change"), sd = new(table, "sd_change");
        var own = table.Rows.Select(row => (Row: row, N: n.Whole(row), Mean: mean.Number(row), Sd: sd.Number(row) is null ? 0 : sd.Required(row, 0))).ToList();
        Sum squares = default;
        var df = 0L;
        foreach (var u in own.Where(u => u is { N: > 1, Sd: > 0, Mean: not null }))
        {
            squares.Add((u.N - 1) * u.Sd * u.Sd);
            df += u.N - 1;
        }

        return [.. own.Select(u => Borrow(
            u.N > 0 ? u.Mean : null,
            u.N > 1 ? u.Sd * u.Sd / u.N : 0,
            () => df > 0 ? squares.Value / df / u.N : throw NoSpread(sd, u.Row)))];
    }

    private static (UnitMean? Mean, bool Borrowed) Borrow(double? value, double variance, Func<double> others) => value is not { } mean ? (null, false)
        : variance > 0 ? (new UnitMean(mean, variance), false)
        : (new UnitMean(mean, others()), true);

    private static TableException NoSpread(InputColumn column, CsvRow row) =>
        column.Refuse(row, "says nothing of the spread, and no other unit does.", "At least one unit needs a spread above 0.");
}
