using System.Globalization;
using Mestring.Core.Places;
using Mestring.Formats.JsonStat;

namespace Mestring.Formats.Ssb;

/// <summary>Inhabitants on 1 January from Statistics Norway's table 07459, answered as JSON-stat 2. Ages and sexes are added up.</summary>
public static class PopulationTable
{
    /// <summary>What a figure from the table is said to come from.</summary>
    public const string Source = "SSB 07459";

    /// <summary>One population a municipality and year, by code and date. Counties, the country and municipalities that did not exist that year are left out.</summary>
    /// <exception cref="FormatException">The data set is not a population table; the message says what is missing.</exception>
    public static IReadOnlyList<Population> FromJsonStat(JsonStatDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var places = Find(dataset, dataset.PlaceDimensions, "Region");
        var times = Find(dataset, dataset.TimeDimensions, "Tid");
        var chosen = dataset.Dimensions.Select((dimension, i) => i == places || i == times ? [.. Enumerable.Range(0, dimension.Categories.Count)] : Parts(dataset, dimension)).ToList();
        var sums = new SortedDictionary<(short Code, int Year), long>();
        var positions = new int[chosen.Count];
        Add(0);
        return sums.Count > 0
            ? [.. sums.Select(sum => new Population(MunicipalityCode.FromNumber(sum.Key.Code), new DateOnly(sum.Key.Year, 1, 1), checked((int)sum.Value), Source))]
            : throw new FormatException($"'{dataset.Label}': there is no municipality with a number in it.");

        void Add(int depth)
        {
            if (depth < chosen.Count)
            {
                foreach (var position in chosen[depth])
                {
                    positions[depth] = position;
                    Add(depth + 1);
                }

                return;
            }

            // Zero is how the table says that the municipality did not exist.
            if (Region.Municipality(dataset.Dimensions[places].Categories[positions[places]].Code) is { } code && dataset.Values[dataset.IndexOf(positions)] is { } value and not 0)
            {
                var key = (code.Number, Year(dataset.Dimensions[times].Categories[positions[times]].Code));
                sums[key] = sums.GetValueOrDefault(key) + Count(value, code);
            }
        }
    }

    private static int Find(JsonStatDataset dataset, IReadOnlyList<string> role, string usual)
    {
        var id = role is [var only] ? only : usual;
        var found = dataset.Dimensions.Select(dimension => dimension.Id).ToList().IndexOf(id);
        return found >= 0 ? found : throw new FormatException($"id: there is no dimension '{id}' in '{dataset.Label}'. Choose table 07459 with region and year.");
    }

    private static int[] Parts(JsonStatDataset dataset, JsonStatDimension dimension)
    {
        var all = dimension.Categories.Index().ToList();
        if (!dataset.MetricDimensions.Contains(dimension.Id, StringComparer.Ordinal))
        {
            return [.. Total.OrParts(all, each => each.Item.Label).Select(each => each.Index)];
        }

        var persons = all.Where(each => each.Item.Code.StartsWith("Person", StringComparison.OrdinalIgnoreCase)).ToList();
        return persons is [var only]
            ? [only.Index]
            : throw new FormatException($"dimension.{dimension.Id}: the table must count persons and nothing else; it has {string.Join(", ", dimension.Categories.Select(each => $"'{each.Code}'"))}.");
    }

    private static int Year(string time) => int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200
        ? year
        : throw new FormatException($"'{time}' stands where a year was expected.");

    private static long Count(double value, MunicipalityCode code) => double.IsInteger(value) && value > 0
        ? (long)value
        : throw new FormatException($"Municipality {code}: '{value.ToString(CultureInfo.InvariantCulture)}' is not a number of people.");
}
