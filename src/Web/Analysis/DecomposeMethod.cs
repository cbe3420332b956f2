using System.CommandLine;
using Mestring.Core.Statistics;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary><c>analyse decompose</c>: which factors make a unit differ from the reference.</summary>
internal static class DecomposeMethod
{
    private const string Reference = "reference";

    public static Command Create(Func<Stream> input)
    {
        var method = Method.Choice("--method", "How joint changes are shared.", "shapley", "lmdi");
        return Method.Of(
            input,
            "decompose",
            "Why a product of factors differs from a reference. Columns: unit (one row named reference) and factors; or municipality, population, users, hours_year, cost_nok. Optional: ageband.",
            "decompose cost.csv --method shapley --json",
            (parsed, table) => Run(table, parsed.GetValue(method) is "lmdi"),
            method);
    }

    private static Answer Run(CsvTable table, bool logarithmic)
    {
        var (names, reference, units) = table.Has("unit") ? Given(table, logarithmic) : ServiceFactors.Read(table);
        var answers = units.Select(unit => Show(unit.Name, names, Decompose(reference, unit, logarithmic))).ToList();
        return answers.Count == 1 ? answers[0] : new Answer().List("units", answers);
    }

    private static Decomposition Decompose(FactorRows reference, FactorRows unit, bool logarithmic) => Decomposition.Total([.. unit.Bands.Select(band =>
    {
        double[] from = reference.Values[band], to = unit.Values[band];
        return logarithmic ? Decomposition.LogMean(from, to) : Decomposition.Shapley(from, to);
    })]);

    private static Answer Show(string name, IReadOnlyList<string> factors, Decomposition parts)
    {
        var contributions = new Answer();
        for (var i = 0; i < factors.Count; i++)
        {
            contributions.Number(factors[i], parts.Contributions[i]);
        }

        return new Answer()
            .Text("unit", name)
            .Number("v_ref", parts.Reference)
            .Number("v", parts.Value)
            .Number("difference", parts.Difference)
            .Part("contributions", contributions);
    }

    private static (IReadOnlyList<string> Names, FactorRows Reference, IReadOnlyList<FactorRows> Units) Given(CsvTable table, bool logarithmic)
    {
        var unit = new InputColumn(table, "unit");
        var band = table.Has("ageband") ? new InputColumn(table, "ageband") : null;
        string[] names = [.. table.Header.Where(h => h is not ("unit" or "ageband" or ""))];
        if (names.Length is 0 or > Decomposition.MaxFactors)
        {
            throw new TableException(1, null, $"the file has {names.Length} columns of factors.", $"One to {Decomposition.MaxFactors} are wanted beside unit and ageband.");
        }

        var columns = Array.ConvertAll(names, n => new InputColumn(table, n));
        var rows = FactorRows.Read(table, unit, band, row => Array.ConvertAll(columns, c => c.Required(row, logarithmic ? 0 : double.NegativeInfinity)));
        var reference = rows.Find(r => string.Equals(r.Name, Reference, StringComparison.Ordinal))
            ?? throw new TableException(1, "unit", "no row is named reference.", "Add a row whose unit is reference, to which the others are held.");
        rows.Remove(reference);
        return (names, reference, [.. rows.Select(r => r.InBandsOf(reference))]);
    }
}
