using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What is publicly known about one municipality and shipped with the executable: its Norwegian name, organisation number and inhabitants.</summary>
/// <param name="NorwegianName">The Norwegian one of its official names.</param>
/// <param name="Organisation">Its number in the register of legal entities; null where the list does not have it (Haram, which came in 2024).</param>
/// <param name="Inhabitants">On 1 January of each year, the oldest first.</param>
/// <remarks>
/// Names and numbers: Statistics Norway, KLASS 131 and 582, of 1 January 2026. Inhabitants: Statistics Norway, table 07459, borders of 2024; CC BY 4.0.
/// Organisation numbers are those of the register of legal entities (Brønnøysundregistrene, NLOD).
/// </remarks>
internal sealed record MunicipalityFacts(string NorwegianName, OrganisationNumber? Organisation, IReadOnlyList<(DateOnly AsOf, int Inhabitants)> Inhabitants)
{
    /// <summary>Where the shipped inhabitants are from.</summary>
    public const string Source = "SSB 07459";

    public static FrozenDictionary<MunicipalityCode, MunicipalityFacts> All { get; } = Read();

    /// <summary>The Norwegian name of a municipality: of several official names the one that is known to be Norwegian, else the first.</summary>
    /// <param name="code">Its number.</param>
    /// <param name="official">The name in the register, such as "Gáivuotna - Kåfjord - Kaivuono".</param>
    public static string Norwegian(MunicipalityCode code, string official)
    {
        var names = official.Split(" - ");
        return All.TryGetValue(code, out var facts) && names.Contains(facts.NorwegianName, StringComparer.Ordinal) ? facts.NorwegianName : names[0];
    }

    private static FrozenDictionary<MunicipalityCode, MunicipalityFacts> Read()
    {
        using var reader = new StreamReader(typeof(MunicipalityFacts).Assembly.GetManifestResourceStream("places/municipality_facts.csv")!, Encoding.UTF8);
        var days = reader.ReadLine()!.Split(',').Skip(3).Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var all = new Dictionary<MunicipalityCode, MunicipalityFacts>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            all.Add(
                MunicipalityCode.Parse(cells[0], CultureInfo.InvariantCulture),
                new(cells[1], cells[2].Length == 0 ? null : OrganisationNumber.Parse(cells[2], CultureInfo.InvariantCulture), [.. days.Zip(cells.Skip(3), (day, count) => (day, int.Parse(count, CultureInfo.InvariantCulture)))]));
        }

        return all.ToFrozenDictionary();
    }
}
