using Mestring.Core.Statistics;
using Mestring.Formats.Csv;

namespace Mestring.Web.Analysis;

/// <summary>
/// Cost for each inhabitant as coverage × hours per user × cost per hour, against all municipalities together: ratios of sums.
/// </summary>
internal static class ServiceFactors
{
    private static readonly string[] Names = ["coverage", "hours_per_user", "cost_per_hour"];

    public static (IReadOnlyList<string> Names, FactorRows Reference, IReadOnlyList<FactorRows> Units) Read(CsvTable table)
    {
        var municipality = new InputColumn(table, "municipality");
        var band = table.Has("ageband") ? new InputColumn(table, "ageband") : null;
        InputColumn population = new(table, "population"), users = new(table, "users"), hours = new(table, "hours_year"), cost = new(table, "cost_nok");
        var units = FactorRows.Read(table, municipality, band, row =>
            [population.Positive(row, "A municipality without inhabitants has no coverage."), users.Required(row, 0), hours.Required(row, 0), cost.Required(row, 0)]);
        if (units.Count == 0)
        {
            return (Names, new FactorRows("reference", 1, [], new Dictionary<string, double[]>(StringComparer.Ordinal)), []);
        }

        var bands = units[0].Bands;
        units = [.. units.Select(u => u.InBandsOf(units[0]))];
        var reference = bands.ToDictionary(b => b, b => Ratios([.. Enumerable.Range(0, 4).Select(i => Sum.Of([.. units.Select(u => u.Values[b][i])]))], null), StringComparer.Ordinal);
        return (
            Names,
            new FactorRows("reference", 1, bands, reference),
            [.. units.Select(u => u with { Values = u.Values.ToDictionary(v => v.Key, v => Ratios(v.Value, reference[v.Key]), StringComparer.Ordinal) })]);
    }

    /// <summary>The three factors; one with nothing to divide by takes the reference's, which leaves the difference to the factor that is 0.</summary>
    private static double[] Ratios(double[] sums, double[]? reference)
    {
        var (population, users, hours, cost) = (sums[0], sums[1], sums[2], sums[3]);
        return [users / population, users > 0 ? hours / users : reference?[1] ?? 0, hours > 0 ? cost / hours : reference?[2] ?? 0];
    }
}
