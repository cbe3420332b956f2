using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mestring.Core;
using Mestring.Core.Places;

namespace Mestring.Formats.Ssb;

/// <summary>
/// Inhabitants on 1 January from a CSV file: Statistics Norway's own export of table 07459 (title line, blank line, quoted, one
/// column a year and sex, Latin-1), or a plain table with one line a municipality and year. Ages and sexes are added up; the
/// file is read line by line.
/// </summary>
public static partial class PopulationCsv
{
    private static readonly char[] Delimiters = [';', '\t', ','];
    private static readonly string[] RegionNames = ["region", "kommunenr", "kommunenummer", "code", "municipality"];
    private static readonly string[] YearNames = ["aar", "\u00E5r", "year", "tid", "time"];
    private static readonly string[] CountNames = ["folketall", "folketall_1jan", "personer", "persons", "inhabitants", "population", "value"];

    private static readonly string[] ContentNames = ["contents", "statistikkvariabel", "innhold", "innhald"];
    private static readonly string[] PeopleWords = ["person", "folketal", "folkemengd", "innbyggj", "innbygger", "inhabitant", "population"];

    /// <summary>One population a municipality and year, by code and date. Counties, the country and numbers of zero are left out.</summary>
    /// <exception cref="FormatException">The file is not such a table; the message says which line and column, and what stood there.</exception>
    public static IReadOnlyList<Population> Read(Stream csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        using var reader = new StreamReader(csv, EncodingOf(csv), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var (header, line) = Header(reader);
        var delimiter = Delimiters.MaxBy(sign => header.Count(each => each == sign));
        var columns = Columns.Of(CsvLines.Read(new StringReader(header), delimiter, 0).First().Cells, line);
        var sums = new Dictionary<(short Code, int Year, int Totals), long>();
        var said = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var (cells, at) in CsvLines.Read(reader, delimiter, line))
        {
            Add(sums, said, columns, cells, at);
        }

        return sums.Count > 0
            ? [.. sums.GroupBy(sum => (sum.Key.Code, sum.Key.Year)).OrderBy(group => group.Key).Select(Best)]
            : throw new FormatException($"Line {line} and on: there is no municipality with a number in the file.");
    }

    /// <summary>Where the file holds both parts and their total, the total counts and the parts do not.</summary>
    private static Population Best(IGrouping<(short Code, int Year), KeyValuePair<(short Code, int Year, int Totals), long>> sums) => new(
        MunicipalityCode.FromNumber(sums.Key.Code),
        new DateOnly(sums.Key.Year, 1, 1),
        checked((int)sums.MaxBy(sum => sum.Key.Totals).Value),
        PopulationTable.Source);

    private static void Add(Dictionary<(short Code, int Year, int Totals), long> sums, Dictionary<string, long> said, Columns columns, string[] cells, long line)
    {
        if (cells.Length != columns.Width)
        {
            throw new FormatException($"Line {line}: there are {cells.Length} columns, and the heading has {columns.Width}. The file may be cut off.");
        }

        if (LostZero().IsMatch(cells[columns.Region].Trim()))
        {
            throw new FormatException($"Line {line}, column {columns.Region + 1}: '{cells[columns.Region]}' has three digits; a spreadsheet took the zero in front. Write 0{cells[columns.Region].Trim()}.");
        }

        if (Region.Municipality(cells[columns.Region]) is not { } code || (columns.Contents is { } contents && !IsOfPeople(cells[contents])))
        {
            return;
        }

        // The same line twice would be counted twice: what is not a number of people says which it is.
        var what = string.Join('\u001f', cells.Where((_, i) => !columns.Counts.Any(c => c.Column == i)).Select(c => c.Trim()));
        if (!said.TryAdd(what, line))
        {
            throw new FormatException($"Line {line} is about the same as line {said[what]}. Take one of them away; otherwise people are counted twice.");
        }

        var totals = cells.Count(Total.IsNameOf);
        foreach (var (column, year, isTotal) in columns.Counts)
        {
            var count = Number(cells[column], line, column + 1);
            if (count > 0)
            {
                var key = (code.Number, year ?? Year(cells[columns.Year!.Value], line, columns.Year.Value + 1), totals + (isTotal ? 1 : 0));
                sums[key] = sums.GetValueOrDefault(key) + count;
            }
        }
    }

    private static int Number(string cell, long line, int column) =>
        WrittenNumber.TryRead(cell, out var number) && number.Whole is >= 0 and <= int.MaxValue ? (int)number.Whole.Value
        : cell is "." or ".." ? 0
        : throw new FormatException($"Line {line}, column {column}: '{cell}' stands where a number of people was expected.");

    private static int Year(string cell, long line, int column) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2200 ? year
        : throw new FormatException($"Line {line}, column {column}: '{cell}' stands where a year was expected.");

    /// <summary>The heading is the first line with more than one column; before it stands a title and a blank line, or nothing.</summary>
    private static (string Header, int Line) Header(StreamReader reader)
    {
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Contains(';', StringComparison.Ordinal) || text.Contains('\t', StringComparison.Ordinal) || (text.Contains(',', StringComparison.Ordinal) && !TitleLine().IsMatch(text)))
            {
                return (text, line);
            }

            if (line > 10)
            {
                break;
            }
        }

        throw new FormatException("Line 1: there is no heading with columns in the first lines. Save the table as CSV with a heading.");
    }

    /// <summary>UTF-8 when the beginning of the file is; Statistics Norway's own export is Latin-1.</summary>
    private static Encoding EncodingOf(Stream csv)
    {
        if (!csv.CanSeek)
        {
            return Encoding.UTF8;
        }

        var start = csv.Position;
        Span<byte> head = stackalloc byte[4096];
        ReadOnlySpan<byte> left = head[..csv.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        csv.Position = start;
        while (Rune.DecodeFromUtf8(left, out _, out var length) is var status and not OperationStatus.NeedMoreData)
        {
            if (status is OperationStatus.InvalidData)
            {
                return Encoding.Latin1;
            }

            left = left[length..];
        }

        return Encoding.UTF8;
    }

    private static bool IsOfPeople(string text) => Array.Exists(PeopleWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^[0-9]{3}$", RegexOptions.None, 1000)]
    private static partial Regex LostZero();

    [GeneratedRegex("^\"?[0-9]{5}:", RegexOptions.None, 1000)]
    private static partial Regex TitleLine();

    [GeneratedRegex("(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex YearInHeading();

    private static bool IsTotalHeading(string heading, string year) =>
        heading[(heading.IndexOf(year, StringComparison.Ordinal) + year.Length)..] is var rest && (rest.Trim().Length is 0 || Total.IsNameOf(rest));

    private sealed record Columns(int Width, int Region, int? Contents, int? Year, IReadOnlyList<(int Column, int? Year, bool IsTotal)> Counts)
    {
        public static Columns Of(string[] heading, int line)
        {
            int? Named(string[] names) => heading.Index().Where(each => names.Contains(each.Item.Trim(), StringComparer.OrdinalIgnoreCase)).Select(each => (int?)each.Index).FirstOrDefault();
            var region = Named(RegionNames) ?? throw new FormatException($"Line {line}: no column is called 'region' or 'kommunenr'; they are {string.Join(", ", heading.Select(name => $"'{name}'"))}.");
            var year = Named(YearNames);
            var wide = heading.Index().Select(each => (each.Index, each.Item, Year: YearInHeading().Match(each.Item).Value)).Where(each => each.Year.Length > 0).ToList();

            // Births and deaths stand beside the people of a year; a year alone is people.
            wide = wide.Exists(each => IsOfPeople(each.Item)) ? wide.FindAll(each => IsOfPeople(each.Item)) : wide.FindAll(each => each.Item.AsSpan(0, each.Item.IndexOf(each.Year, StringComparison.Ordinal)).Trim().IsEmpty);
            List<(int, int?, bool)> counts = year is null
                ? [.. wide.Select(each => (each.Index, (int?)int.Parse(each.Year, CultureInfo.InvariantCulture), IsTotalHeading(each.Item, each.Year)))]
                : Named(CountNames) is { } column ? [(column, null, false)] : [];
            return counts.Count > 0
                ? new Columns(heading.Length, region, Named(ContentNames), year, counts)
                : throw new FormatException($"Line {line}: no column holds numbers of people: neither one for each year, as in 'Persons 2024', nor 'year' with 'persons'.");
        }
    }
}
