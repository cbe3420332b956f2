using System.Globalization;
using System.Text;
using Mestring.Core.Places;
using Mestring.Formats.Ssb;

namespace Mestring.Formats.Tests.Ssb;

public sealed class PopulationCsvTests
{
    private const string Export = "\"07459: Population, by region, age, contents, year and sex\"\r\n\r\n\"region\";\"age\";\"Persons 2024 Males\";\"Persons 2024 Females\"\r\n\"K-3101 Halden\";\"0 years\";159;127\r\n\"K-3101 Halden\";\"1 year\";134;111\r\n\"K-Rest Divided municalities and unknown\";\"0 years\";3;0\r\n";

    [Fact]
    public void An_export_with_title_blank_line_and_a_column_a_sex_is_added_up() =>
        Assert.Equal(new Population(MunicipalityCode.FromNumber(3101), new DateOnly(2024, 1, 1), 531, "SSB 07459"), Assert.Single(Read(Export)));

    [Fact]
    public void A_total_column_or_line_is_not_added_to_its_parts()
    {
        var withTotals = Export
            .Replace("\"Persons 2024 Females\"", "\"Persons 2024 Females\";\"Persons 2024 Both sexes\"", StringComparison.Ordinal)
            .Replace("159;127", "159;127;286", StringComparison.Ordinal).Replace("134;111", "134;111;245", StringComparison.Ordinal).Replace(";3;0\r\n", ";3;0;3\r\n\"K-3101 Halden\";\"All ages\";293;238;531\r\n", StringComparison.Ordinal);

        Assert.Equal(531, Assert.Single(Read(withTotals)).Inhabitants);
    }

    [Fact]
    public void A_plain_table_with_a_line_a_year_is_read() =>
        Assert.Equal("0301 2025 7, 0301 2026 8", string.Join(", ", Read("kommunenr,navn,aar,folketall_1jan\n0301,\"Oslo, by\",2026,8\n0301,Oslo,2025,7\n").Select(each => $"{each.Municipality} {each.AsOf.Year} {each.Inhabitants}")));

    [Theory]
    [InlineData("159;127", "159;1x7", "Line 4, column 4: '1x7' stands where a number of people was expected.")]
    [InlineData("159;127", "159", "Line 4: there are 3 columns, and the heading has 4. The file may be cut off.")]
    [InlineData("\"region\"", "\"place\"", "Line 3: no column is called 'region' or 'kommunenr'; they are 'place', 'age'")]
    [InlineData("2024", "then", "Line 3: no column holds numbers of people")]
    [InlineData("K-3101", "X", "Line 3 and on: there is no municipality with a number in the file.")]
    public void What_is_wrong_is_told_with_line_and_column(string right, string wrong, string told) =>
        Assert.StartsWith(told, Assert.Throws<FormatException>(() => Read(Export.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Only_people_are_counted_and_each_line_once()
    {
        Assert.Equal(100, Assert.Single(Read("region;Persons 2026;Live births 2026;Deaths 2026\n1119;100;7;9\n")).Inhabitants);
        Assert.Equal(100, Assert.Single(Read("region;contents;year;value\n1119;Persons;2026;100\n1119;Live births;2026;7\n")).Inhabitants);
        Assert.Equal(12345, Assert.Single(Read("region;år;personer\n1119;2026;12 345\n")).Inhabitants);
        Assert.StartsWith("Line 3 is about the same as line 2.", Assert.Throws<FormatException>(() => Read("region;år;personer\n1119;2026;100\n1119;2026;100\n")).Message, StringComparison.Ordinal);
        Assert.StartsWith("Line 2, column 1: '301' has three digits; a spreadsheet took the zero in front. Write 0301.", Assert.Throws<FormatException>(() => Read("region;år;personer\n301;2026;100\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_says_what_is_wanted() =>
        Assert.Equal("Line 1: there is no heading with columns in the first lines. Save the table as CSV with a heading.", Assert.Throws<FormatException>(() => Read("")).Message);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("latin1")]
    public void A_heading_with_a_Norwegian_letter_is_read_in_either_encoding(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes("region;navn;år;personer\n1119;Hå;2026;20000\n");

        Assert.Equal(20000, Assert.Single(PopulationCsv.Read(new MemoryStream(bytes))).Inhabitants);
    }

    [SkippableFact]
    public void The_verbatim_export_gives_every_municipality_the_total_Statistics_Norway_publishes()
    {
        using var file = SharedData.Open("population/ssb_07459_raw_2024_1yr_sex.csv");
        var read = PopulationCsv.Read(file);

        Assert.Equal(Published(2024), read.ToDictionary(each => each.Municipality.ToString(), each => each.Inhabitants, StringComparer.Ordinal));
    }

    [SkippableFact]
    public void Five_year_groups_by_sex_add_up_to_the_same_totals()
    {
        using var file = SharedData.Open("population/population_5yr_sex_2017_2026_b2024.csv");
        var read = PopulationCsv.Read(file).Where(each => each.AsOf.Year is 2026);

        Assert.Equal(Published(2026), read.ToDictionary(each => each.Municipality.ToString(), each => each.Inhabitants, StringComparer.Ordinal));
    }

    private static Dictionary<string, int> Published(int year) => SharedData.Lines("population/population_by_municipality_year_b2024.csv").Skip(1)
        .Where(cells => int.Parse(cells[3], CultureInfo.InvariantCulture) == year)
        .ToDictionary(cells => cells[0], cells => int.Parse(cells[4], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static IReadOnlyList<Population> Read(string csv) => PopulationCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
}
