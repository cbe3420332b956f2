using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse rate</c>: events for each so many of a population.</summary>
internal static class RateMethod
{
    public static Option<double?> Per() => Method.Number("--per", "Show rates for each so many of the population (1000).", least: double.Epsilon);

    public static Command Create(Func<Stream> input)
    {
        var per = Per();
        return Method.Of(
            input, "rate", "Rates with exact or Byar's limits. Columns: id, x, pop.", "rate falls.csv --per 1000 --json", (parsed, table) => Run(table, parsed.GetValue(per) ?? 1000), per);
    }

    private static Answer Run(CsvTable table, double each)
    {
        InputColumn id = new(table, "id"), x = new(table, "x"), pop = new(table, "pop");
        return new Answer().List("rows", table.Rows.Select(row =>
        {
            var (events, population) = (x.Whole(row), pop.Required(row, 0));
            Rate? rate = population > 0 ? new Rate(events, population) : null;
            return new Answer()
                .Text("id", id.Text(row))
                .Number("rate", rate?.Per(each))
                .Text("method", rate is { } r ? r.IsExact ? "exact" : "byar" : null)
                .Limits("ci95", rate?.Limits(each))
                .Limits("ci998", rate?.Limits(each, 0.998))
                .Because(rate is null ? "denominator=0" : null);
        }));
    }
}
