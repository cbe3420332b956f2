using System.Globalization;
using Mestring.Core.Places;

namespace Mestring.Formats.Ssb;

/// <summary>The project's own two tables of municipalities and their changes, drawn from KLASS 131: comma-separated, UTF-8, a heading, dates as 2024-01-01.</summary>
public static class KlassExtract
{
    /// <summary>Reads <c>code,name,county_code,county_name,valid_from</c>.</summary>
    /// <exception cref="FormatException">A line is not as expected; the message says which and what stood there.</exception>
    public static IReadOnlyList<Municipality> Municipalities(TextReader csv) =>
        [.. Rows(csv, "code", "name", "county_code", "county_name", "valid_from").Select(row => new Municipality(Code(row, 0), row.Cells[1], row.Cells[2], row.Cells[3], Day(row, 4)))];

    /// <summary>Reads <c>changed_on,from_code,from_name,to_code,to_name,kind</c>.</summary>
    /// <exception cref="FormatException">A line is not as expected; the message says which and what stood there.</exception>
    public static IReadOnlyList<MunicipalityChange> Changes(TextReader csv) =>
        [.. Rows(csv, "changed_on", "from_code", "from_name", "to_code", "to_name", "kind").Select(row => new MunicipalityChange(Day(row, 0), Code(row, 1), row.Cells[2], Code(row, 3), row.Cells[4], Kind(row, 5)))];

    private static IEnumerable<(string[] Cells, long Line)> Rows(TextReader csv, params string[] heading)
    {
        var first = true;
        foreach (var (cells, line) in CsvLines.Read(csv, ',', 0))
        {
            if (cells.Length != heading.Length)
            {
                throw new FormatException($"Line {line}: there are {cells.Length} columns, and {heading.Length} were expected: {string.Join(',', heading)}.");
            }

            if (!first)
            {
                yield return (cells, line);
            }
            else if (!cells.SequenceEqual(heading, StringComparer.Ordinal))
            {
                throw new FormatException($"Line {line}: '{string.Join(',', cells)}' stands where the heading {string.Join(',', heading)} was expected.");
            }

            first = false;
        }
    }

    private static MunicipalityCode Code((string[] Cells, long Line) row, int column) =>
        MunicipalityCode.TryParse(row.Cells[column], CultureInfo.InvariantCulture, out var code) ? code : throw Unexpected(row, column, "four digits");

    private static DateOnly Day((string[] Cells, long Line) row, int column) =>
        DateOnly.TryParseExact(row.Cells[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Unexpected(row, column, "a date such as 2024-01-01");

    private static MunicipalityChangeKind Kind((string[] Cells, long Line) row, int column) =>
        Enum.TryParse<MunicipalityChangeKind>(row.Cells[column], out var kind) && Enum.IsDefined(kind) ? kind : throw Unexpected(row, column, string.Join(", ", Enum.GetNames<MunicipalityChangeKind>()));

    private static FormatException Unexpected((string[] Cells, long Line) row, int column, string wanted) =>
        new($"Line {row.Line}, column {column + 1}: '{row.Cells[column]}' stands where {wanted} was expected.");
}
