using System.Globalization;
using Mestring.Core.Projections;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary>The two files of a projection, held against each other.</summary>
internal sealed record ProjectionInput(Baseline Baseline, IReadOnlyList<(string Municipality, int Year, double[] People)> Population)
{
    private const string UsersPrefix = "users_";

    public static ProjectionInput Read(CsvTable population, CsvTable baseline)
    {
        var people = People(population);
        var (year, users) = Users(baseline);
        InputColumn municipality = new(baseline, "municipality"), band = new(baseline, "ageband"), hours = new(baseline, "hours_per_user_year");
        string[] bands = [.. baseline.Rows.Select(band.Text).Distinct(StringComparer.Ordinal)];
        var rows = new Dictionary<string, IReadOnlyList<BandBaseline>>(StringComparer.Ordinal);
        foreach (var group in baseline.Rows.GroupBy(municipality.Text, StringComparer.Ordinal))
        {
            rows[group.Key] = [.. bands.Select(b =>
            {
                var row = group.Where(r => string.Equals(band.Text(r), b, StringComparison.Ordinal)).ToList() is [var only]
                    ? only
                    : throw new TableException(group.First().Line, "ageband", $"baseline: {TableException.Quote(group.Key)} does not have age band {TableException.Quote(b)} just once.", "Give it one row for each age band.");
                return new BandBaseline(users.Required(row, 0), Find(people, group.Key, year, b), hours.Required(row, 0));
            })];
        }

        if (bands.FirstOrDefault(b => !people.Any(p => p.Value > 0 && p.Key.Year == year && string.Equals(p.Key.Band, b, StringComparison.Ordinal))) is { } empty)
        {
            throw new TableException(1, "population", $"nobody lives in age band {TableException.Quote(empty)} in {year} in any municipality, so it has no coverage.", "Merge it with a neighbouring age band in both files.");
        }

        var ahead = people.Keys.Where(k => k.Year >= year && rows.ContainsKey(k.Municipality)).Select(k => (k.Municipality, k.Year)).Distinct().ToList();
        var order = rows.Keys.Select((name, i) => (name, i)).ToDictionary(r => r.name, r => r.i, StringComparer.Ordinal);
        return new ProjectionInput(
            new Baseline(year, bands, rows),
            [.. ahead.OrderBy(k => order[k.Municipality]).ThenBy(k => k.Year).Select(k => (k.Municipality, k.Year, Array.ConvertAll(bands, b => Find(people, k.Municipality, k.Year, b))))]);
    }

    private static Dictionary<(string Municipality, int Year, string Band), double> People(CsvTable table)
    {
        InputColumn municipality = new(table, "municipality"), year = new(table, "year"), band = new(table, "ageband"), count = new(table, "population");
        var people = new Dictionary<(string Municipality, int Year, string Band), double>();
        foreach (var row in table.Rows)
        {
            if (!people.TryAdd((municipality.Text(row), (int)Math.Min(year.Whole(row), int.MaxValue), band.Text(row)), count.Required(row, 0)))
            {
                throw band.Refuse(row, "stands twice for the same municipality and year.", "Give each age band one row a year.");
            }
        }

        return people;
    }

    private static (int Year, InputColumn Users) Users(CsvTable baseline)
    {
        var names = baseline.Header.Where(h => h.StartsWith(UsersPrefix, StringComparison.Ordinal)).ToList();
        return names is [var name] && int.TryParse(name.AsSpan(UsersPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? (year, new InputColumn(baseline, name))
            : throw new TableException(1, UsersPrefix + "YYYY", $"baseline: {names.Count} columns are named so.", "Name one column of users with the base year, such as users_2024.");
    }

    private static double Find(Dictionary<(string Municipality, int Year, string Band), double> people, string municipality, int year, string band) =>
        people.TryGetValue((municipality, year, band), out var count)
            ? count
            : throw new TableException(1, "population", $"{TableException.Quote(municipality)} has no row for {year} and age band {TableException.Quote(band)}.", "Add the row; write 0 if nobody lives there.");
}
