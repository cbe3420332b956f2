using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary>A unit's factors, one row of them for each age band (one unnamed band without that column).</summary>
internal sealed record FactorRows(string Name, int Line, IReadOnlyList<string> Bands, IReadOnlyDictionary<string, double[]> Values)
{
    public static List<FactorRows> Read(CsvTable table, InputColumn unit, InputColumn? band, Func<CsvRow, double[]> factors) =>
    [
        .. table.Rows.GroupBy(unit.Text, StringComparer.Ordinal).Select(rows =>
        {
            var values = new Dictionary<string, double[]>(StringComparer.Ordinal);
            var bands = new List<string>();
            foreach (var row in rows)
            {
                var key = band?.Text(row) ?? string.Empty;
                if (!values.TryAdd(key, factors(row)))
                {
                    throw (band ?? unit).Refuse(row, "stands twice for the same unit.", "Give each unit one row for each age band.");
                }

                bands.Add(key);
            }

            return new FactorRows(rows.Key, rows.First().Line, bands, values);
        }),
    ];

    /// <summary>Itself, when it has the same age bands as the reference.</summary>
    public FactorRows InBandsOf(FactorRows reference) => Bands.Count == reference.Bands.Count && Bands.All(reference.Values.ContainsKey)
        ? this
        : throw new TableException(
            Line,
            "ageband",
            $"{TableException.Quote(Name)} does not have the same age bands as the reference.",
            $"Give it one row for each of: {string.Join(", ", reference.Bands)}.");
}
