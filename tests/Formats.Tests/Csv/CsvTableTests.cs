using System.Text;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Tests.Csv;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("id,pre\n1,2\n", ',')]
    [InlineData("id;pre\r\n1;2", ';')]
    [InlineData("\uFEFFid;pre\r1;2\r", ';')]
    [InlineData("\"id, or name\";pre\n1;2\n", ';')]
    [InlineData("\"id\",\"pre\"\n\n\"1\",2\n\n", ',')]
    public void Separator_mark_and_line_ends_are_found_out(string text, char separator)
    {
        var table = Read(text);

        Assert.Equal(separator, table.Separator);
        Assert.Equal(["1", "2"], Assert.Single(table.Rows).Fields);
    }

    [Fact]
    public void A_quoted_field_may_hold_separators_marks_and_lines_and_rows_keep_their_line()
    {
        var table = Read("a,b\n\"x, \"\"y\"\"\nz\",1\n2,3\n");

        Assert.Equal("x, \"y\"\nz", table.Rows[0].Fields[0]);
        Assert.Equal([2, 4], table.Rows.Select(r => r.Line));
    }

    [Fact]
    public void A_header_alone_is_a_table_without_rows() => Assert.Empty(Read("id,pre,post").Rows);

    [Theory]
    [InlineData("", "row 1: the file is empty.")]
    [InlineData("a,b,a\n", "row 1, column a: the name stands twice in the header.")]
    [InlineData("a,b\n1,2\n1\n", "row 3, column b: the row has 1 fields where the header has 2.")]
    [InlineData("a,b\n1,2,3\n", "row 2, column 3: the row has 3 fields where the header has 2.")]
    [InlineData("a,b\n1,\"2\n3,4\n", "row 2, column b: a quotation mark opens a text that never ends.")]
    [InlineData("a,b\n\"1\"x,2\n", "row 2, column a: text follows a closing quotation mark.")]
    [InlineData("a,b\n1,2\n3,\0\n", "row 3: a NUL byte stood there")]
    [InlineData("a\tb\n1\t2\n", "row 1: the columns are separated by tabs.")]
    public void A_file_that_is_no_table_is_refused_with_its_place(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<TableException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_column_says_which_there_are() => Assert.Equal(
        "row 1, column post: the column is missing. The header has: id, pre. Add the column or correct its name.",
        Assert.Throws<TableException>(() => Read("id,pre\n").Column("post")).Message);

    [Fact]
    public void Other_encodings_are_named()
    {
        Assert.StartsWith("row 1: the file is UTF-16.", Refused([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n")]), StringComparison.Ordinal);
        Assert.Contains("NUL byte", Refused(Encoding.Unicode.GetBytes("a,b\n")), StringComparison.Ordinal);
        Assert.StartsWith("row 3: a letter there is not UTF-8", Refused([.. "a,b\n1,2\nV"u8, 0xE5, .. "ler,3\n"u8]), StringComparison.Ordinal);
        Assert.StartsWith("row 1: the file is a spreadsheet", Refused([.. "PK"u8, 3, 4]), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_megabytes_on_one_line_are_refused_after_the_first()
    {
        using var endless = new Endless(200_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Assert.Throws<TableException>(() => CsvTable.Read(endless));

        Assert.StartsWith("row 1, column 1: the row is longer than 1,000,000 characters.", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, 1_000_000, 2_000_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData("2.5", ',', 2.5)]
    [InlineData("2,5", ';', 2.5)]
    [InlineData("2.5", ';', 2.5)]
    [InlineData("1e+06", ',', 1e6)]
    [InlineData("-1.5E-3", ',', -0.0015)]
    [InlineData("−3", ',', -3)]
    public void Numbers_are_read_with_point_comma_and_exponent(string text, char separator, double value)
    {
        Assert.True(CsvNumber.TryParse(text, separator, out double read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("2,5", ',', "Write it with a decimal point")]
    [InlineData("1 234", ';', "Write it without thousands separators.")]
    [InlineData("1.234,5", ';', "Write it without thousands separators.")]
    [InlineData("1,234.5", ',', "Write it with a decimal point and without thousands")]
    [InlineData("1e999", ',', "Write a number a computer can hold.")]
    [InlineData("NaN", ',', "Write digits")]
    [InlineData("Infinity", ',', "Write digits")]
    [InlineData("0x10", ',', "Write digits")]
    [InlineData("ti", ',', "Write digits")]
    public void Anything_else_is_refused_with_its_cure(string text, char separator, string cure)
    {
        Assert.False(CsvNumber.TryParse(text, separator, out double _));
        Assert.StartsWith(cure, CsvNumber.Cure(text, separator), StringComparison.Ordinal);
    }

    private static CsvTable Read(string text) => CsvTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Refused(byte[] bytes) => Assert.Throws<TableException>(() => CsvTable.Read(new MemoryStream(bytes))).Message;

    /// <summary>A line of letters that is never held in memory.</summary>
    private sealed class Endless(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            Position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
