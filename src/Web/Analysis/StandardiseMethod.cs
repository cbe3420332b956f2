using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse standardise</c>: rates made comparable across age mixes.</summary>
internal static class StandardiseMethod
{
    private const string NoPeople = "A stratum without population has no rate: merge it with a neighbouring age band or leave it out.";

    public static Command Create(Func<Stream> input)
    {
        var direct = new Option<bool>("--direct") { Description = "The rate with a standard population's age mix. Columns: area (optional), ageband, count, pop, stdpop." };
        var indirect = new Option<bool>("--indirect") { Description = "Observed against expected. Columns: area (optional), ageband, count, pop, refcount, refpop." };
        var per = RateMethod.Per();
        return Method.Of(
            input,
            "standardise",
            "Rates made comparable across age mixes, directly or indirectly.",
            "standardise cases.csv --direct --per 1000 --json",
            (parsed, table) => (parsed.GetValue(direct), parsed.GetValue(indirect), parsed.GetValue(per) ?? 1000) switch
            {
                (true, false, var each) => Direct(table, each),
                (false, true, var each) => Indirect(table, each),
                _ => throw new UsageException("Choose one of --direct and --indirect."),
            },
            direct,
            indirect,
            per);
    }

    private static Answer Direct(CsvTable table, double each)
    {
        InputColumn band = new(table, "ageband"), count = new(table, "count"), pop = new(table, "pop"), standard = new(table, "stdpop");
        return Areas(table, row => new DirectStratum(count.Whole(row), Population(table, band, pop, row), standard.Required(row, 0)), (area, strata) =>
        {
            var rate = DirectRate.Of(strata);
            var shown = rate is { TooFew: false } ? rate : null;
            return new Answer()
                .Text("area", area)
                .Count("total_count", strata.Sum(s => s.Events))
                .Number("total_pop", strata.Sum(s => s.Population))
                .Number("rate", shown?.Value * each)
                .Limits("ci95", Scaled(shown?.Limits(), each))
                .Limits("ci998", Scaled(shown?.Limits(0.998), each))
                .Because(rate is null ? "denominator=0" : shown is null ? "count<10" : null);
        });
    }

    private static Answer Indirect(CsvTable table, double each)
    {
        InputColumn band = new(table, "ageband"), count = new(table, "count"), pop = new(table, "pop");
        InputColumn events = new(table, "refcount"), population = new(table, "refpop");
        return Areas(
            table,
            row => new IndirectStratum(count.Whole(row), Population(table, band, pop, row), events.Required(row, 0), Population(table, band, population, row)),
            (area, strata) =>
            {
                var ratio = IndirectRatio.Of(strata);
                return new Answer()
                    .Text("area", area)
                    .Count("observed", ratio.Observed)
                    .Number("expected", ratio.Expected)
                    .Number("ratio", ratio.Value)
                    .Limits("ci95", ratio.Limits())
                    .Number("rate", ratio.Rate * each)
                    .Because(ratio.Value is null ? "denominator=0" : null);
            });
    }

    private static Answer Areas<T>(CsvTable table, Func<CsvRow, T> read, Func<string?, List<T>, Answer> show)
    {
        var area = table.Has("area") ? new InputColumn(table, "area") : null;
        return new Answer().List("rows", table.Rows
            .Select(row => (Area: area?.Text(row) ?? string.Empty, Stratum: read(row)))
            .GroupBy(s => s.Area, s => s.Stratum, StringComparer.Ordinal)
            .Select(g => show(area is null ? null : g.Key, [.. g])));
    }

    private static double Population(CsvTable table, InputColumn band, InputColumn column, CsvRow row)
    {
        var value = column.Required(row, 0);
        var area = table.Has("area") ? $" in area {TableException.Quote(new InputColumn(table, "area").Text(row))}" : string.Empty;
        return value > 0 ? value : throw column.Refuse(row, $"is the population of age band {TableException.Quote(band.Text(row))}{area}.", NoPeople);
    }

    private static Interval? Scaled(Interval? limits, double each) => limits is { } l ? new Interval(l.Low * each, l.High * each) : null;
}
