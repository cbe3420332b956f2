using System.Text;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;
using Mestring.Formats.Tests.Tables;

namespace Mestring.Formats.Tests.Csv;

[Collection(Memory.Name)]
public sealed class CsvRowsTests
{
    private const string Norwegian = "Løpenr;Kjønn;Målt\r\n1;Mann;2,5\r\n2;Kvinne – ny;\r\n";
    private static readonly Encoding _ansi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Norwegian) },
        { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Norwegian)] },
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Norwegian)] },
        { "utf-16BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Norwegian)] },
        { "utf-16", Encoding.Unicode.GetBytes(Norwegian.Replace('–', '-')) },
        { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(Norwegian.Replace('–', '-')) },
        { "windows-1252", _ansi.GetBytes(Norwegian) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Letters_come_out_right_whatever_the_encoding(string name, byte[] bytes)
    {
        using var rows = CsvRows.Open(new MemoryStream(bytes), TableLimits.Default);

        Assert.Equal((name, ';'), (rows.Encoding.WebName, rows.Separator));
        Assert.Equal(["Løpenr", "Kjønn", "Målt"], rows.Read()!.Texts());
        Assert.Equal(["1", "Mann", "2,5"], rows.Read()!.Texts());
        Assert.StartsWith("Kvinne", rows.Read()![1].Text, StringComparison.Ordinal);
        Assert.Null(rows.Read());
    }

    [Fact]
    public void A_letter_of_Windows_1252_far_down_is_seen_before_the_first_row_is_read()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("a;b\n" + string.Concat(Enumerable.Repeat("1;2\n", 100_000))), .. _ansi.GetBytes("3;Å\n")];

        Assert.Equal("Å", Reading.Csv(bytes)[^1][1].Text);
        Assert.Equal(100_002, Reading.Csv(bytes)[^1].Number);
    }

    [Theory]
    [InlineData("Å;", new byte[] { 0xE5, 0x0A }, 2)]
    [InlineData("a;", new byte[] { 0x8F, 0x0A }, 2)]
    public void Letters_of_two_encodings_are_refused_with_their_line(string first, byte[] second, int line)
    {
        var refusal = Reading.RefusedCsv([.. Encoding.UTF8.GetBytes(first + "\n"), .. second]);

        Assert.Equal((TableFault.Encoding, line), (refusal.Fault, refusal.Row));
    }

    [Theory]
    [InlineData("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ';', 3)]
    [InlineData("a,b,c\n1.5,2.5,3\n", ',', 3)]
    [InlineData("a\tb\tc\n1,5\t2\t3\n", '\t', 3)]
    [InlineData("a|b\n1,5|2\n", '|', 2)]
    [InlineData("Uttrekk, laget 3. mai\n\na;b;c\n1;2;3\n", ';', 3)]
    [InlineData("sep=|\na|b;c;d\n1|2;3;4\n", '|', 2)]
    [InlineData("sep=;\na;b\n1;2\n", ';', 2)]
    [InlineData("\"a;b\",c\n\"1;2\",3\n", ',', 2)]
    [InlineData("a\n1\n2\n", ';', 1)]
    public void What_stands_between_columns_is_found_out(string text, char separator, int columns)
    {
        using var rows = CsvRows.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), TableLimits.Default);

        Assert.Equal(separator, rows.Separator);
        TableRow? last = null;
        while (rows.Read() is { } row)
        {
            last = row;
        }

        Assert.Equal(columns, last!.Cells.Count);
    }

    [Fact]
    public void Rows_are_numbered_by_their_line_and_blank_ones_left_out() => Assert.Equal(
        [1, 3, 5, 7],
        Reading.Csv("a;b\n;;\n\"x\ny\";1\n2;3\n;\n4;\n"u8.ToArray()).Select(r => r.Number));

    [Fact]
    public void The_header_is_found_below_a_title_and_a_line_of_groups()
    {
        var rows = Reading.Csv("Uttrekk fra fagsystem\nKommune:;9901\n;;Start;;10 uker;\nRef;Startdato;Utførelse;Tilfredshet;Utførelse;\nE-1;02.03.2026;4;5;6;7\n"u8.ToArray());
        var header = TableHeader.Find(rows)!.Value;

        Assert.Equal(4, rows[header].Number);
        Assert.Equal(["Ref", "Startdato", "Utførelse (C)", "Tilfredshet", "Utførelse (E)"], TableHeader.Names(rows[header]));
    }

    [Fact]
    public void Where_no_row_names_columns_none_is_taken_for_it() =>
        Assert.Null(TableHeader.Find(Reading.Csv("E-1;02.03.2026;4;5\nE-2;03.03.2026;6;7\n"u8.ToArray())));

    [Fact]
    public void Limits_name_the_place()
    {
        var limits = new TableLimits { Columns = 2, Rows = 2, Cell = 5, Packed = 100 };

        Assert.Equal("row 2, column C: the row has more than 2 columns. Leave out the columns that are not needed.", Reading.RefusedCsv("a;b\n1;2;3\n"u8.ToArray(), limits).Message);
        Assert.StartsWith("row 3: the file has more than 2 rows.", Reading.RefusedCsv("a;b\n1;2\n1;2\n"u8.ToArray(), limits).Message, StringComparison.Ordinal);
        Assert.StartsWith("row 2, column B: the text has 6 characters.", Reading.RefusedCsv("a;b\n1;123456\n"u8.ToArray(), limits).Message, StringComparison.Ordinal);
        Assert.Equal(TableFault.TooLarge, Reading.RefusedCsv(new byte[101], limits).Fault);
        Assert.Equal(TableFault.Empty, Reading.RefusedCsv([], limits).Fault);
        Assert.Equal(TableFault.Quotation, Reading.RefusedCsv("a;b\n1;\"2\n"u8.ToArray()).Fault);
    }

    [Fact]
    public void Reading_takes_no_memory_for_the_rows_behind()
    {
        var bytes = Encoding.UTF8.GetBytes("a;b;c\n" + string.Concat(Enumerable.Repeat("E-0163;2,5;Kvinne\n", 100_000)));
        using var rows = CsvRows.Open(new MemoryStream(bytes), TableLimits.Default);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, most) = (0, 0L);
        while (rows.Read() is not null)
        {
            most = ++count % 25_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        Assert.Equal(100_001, count);
        Assert.InRange(most, long.MinValue, 1_000_000);
    }
}
