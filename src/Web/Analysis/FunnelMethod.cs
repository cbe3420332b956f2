using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse funnel</c>: groups against their common value with limits by size.</summary>
internal static class FunnelMethod
{
    public static Command Create(Func<Stream> input)
    {
        var measure = Method.Choice("--measure", "proportion: columns group, numerator, denominator; mean: group, n, mean, sd.", "proportion", "mean");
        var overdispersion = Method.Choice("--overdispersion", "Whether more spread than chance widens the limits.", "on", "off");
        return Method.Of(
            input,
            "funnel",
            "Groups of different size against their common value.",
            "funnel reached.csv --overdispersion on --json",
            (parsed, table) => Run(table, parsed.GetValue(measure) is "mean", parsed.GetValue(overdispersion) is "on"),
            measure,
            overdispersion);
    }

    private static Answer Run(CsvTable table, bool means, bool overdispersion)
    {
        var group = new InputColumn(table, "group");
        var funnel = means ? Means(table, overdispersion) : Shares(table, overdispersion);
        return new Answer()
            .Number("target", funnel.Target)
            .Number("phi", funnel.Phi)
            .Number("tau2", funnel.Tau2)
            .List("groups", funnel.Groups.Select((g, i) => new Answer()
                .Text("group", group.Text(table.Rows[i]))
                .Number("value", g.Value)
                .Number("lcl95", g.Limits95?.Low)
                .Number("ucl95", g.Limits95?.High)
                .Number("lcl998", g.Limits998?.Low)
                .Number("ucl998", g.Limits998?.High)
                .Yes("outlier", g.Outlier)
                .Because(g.Value is null ? "denominator=0" : g.Limits95 is null ? "sd=0" : null)))
            .Because(funnel.Target is null ? table.Rows.Count == 0 ? "n=0" : "denominator=0" : null);
    }

    private static Funnel Shares(CsvTable table, bool overdispersion)
    {
        InputColumn numerator = new(table, "numerator"), denominator = new(table, "denominator");
        return Funnel.Shares([.. table.Rows.Select(row => ProportionMethod.Read(numerator, denominator, row))], overdispersion);
    }

    private static Funnel Means(CsvTable table, bool overdispersion)
    {
        InputColumn n = new(table, "n"), mean = new(table, "mean"), sd = new(table, "sd");
        return Funnel.Means(
            [.. table.Rows.Select(row => n.Whole(row) is > 0 and <= int.MaxValue and var count
                ? new Moments((int)count, mean.Required(row), sd.Number(row) is null ? null : sd.Required(row, 0))
                : default)],
            overdispersion);
    }
}
