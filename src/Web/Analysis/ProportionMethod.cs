using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse proportion</c>: shares with Wilson's interval.</summary>
internal static class ProportionMethod
{
    public static Command Create(Func<Stream> input) => Method.Of(
        input, "proportion", "Shares with Wilson intervals. Columns: id, x, n.", "proportion reached.csv --json", (_, table) => Run(table));

    private static Answer Run(CsvTable table)
    {
        InputColumn id = new(table, "id"), x = new(table, "x"), n = new(table, "n");
        return new Answer().List("rows", table.Rows.Select(row =>
        {
            var share = Read(x, n, row);
            return new Answer()
                .Text("id", id.Text(row))
                .Number("value", share?.Value)
                .Limits("wilson95", share?.Wilson())
                .Limits("wilson998", share?.Wilson(0.998))
                .Because(share is null ? "denominator=0" : null);
        }));
    }

    /// <summary>Events out of a total; null out of nobody.</summary>
    public static Proportion? Read(InputColumn events, InputColumn total, CsvRow row)
    {
        var (x, n) = (events.Whole(row), total.Whole(row));
        return x > n ? throw events.Refuse(row, $"is more than {total.Name} {total.Text(row)}.", "Events cannot outnumber the group; check both.")
            : n == 0 ? null
            : new Proportion(x, n);
    }
}
