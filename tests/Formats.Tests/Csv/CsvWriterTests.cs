using System.Text;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;
using Mestring.Formats.Tests.Tables;

namespace Mestring.Formats.Tests.Csv;

public sealed class CsvWriterTests
{
    [Fact]
    public void People_get_a_mark_semicolons_commas_and_days_as_they_write_them() => Assert.Equal(
        "\uFEFFRef;Start;Endring\r\nE-1;02.03.2026;-1,50\r\n;;0\r\n",
        Write(CsvForm.People));

    [Fact]
    public void Machines_get_commas_points_and_ISO_days() => Assert.Equal(
        "Ref,Start,Endring\r\nE-1,2026-03-02,-1.50\r\n,,0\r\n",
        Write(CsvForm.Machines));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+47 900", "'+47 900")]
    [InlineData("-ja", "'-ja")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-1,5", "-1,5")]
    [InlineData("-", "'-")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\"b\nc", "\"a\"\"b\nc\"")]
    [InlineData(" a", "\" a\"")]
    public void No_text_becomes_a_formula(string text, string written)
    {
        using var bytes = new MemoryStream();
        using (var writer = new CsvWriter(bytes, CsvForm.People))
        {
            writer.Text(text);
        }

        Assert.Equal(written, Encoding.UTF8.GetString(bytes.ToArray()));
        Assert.Equal(text, CsvWriter.Original(CsvWriter.Safe(text)));
    }

    [Fact]
    public void An_apostrophe_of_the_text_itself_stays() => Assert.Equal("'90-åra", CsvWriter.Original(CsvWriter.Safe("'90-åra")));

    [Fact]
    public void A_million_rows_are_written_in_constant_memory()
    {
        var counted = new CountingStream();
        using (var writer = new CsvWriter(counted, CsvForm.People))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var row = 0; row < 1_000_000; row++)
            {
                writer.Text("E-0163");
                writer.Number(row);
                writer.EndRow();
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        }

        Assert.Equal(14_888_890, counted.Written);
    }

    [Fact]
    public void A_long_text_with_letters_of_four_bytes_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("🙂a", 40_000));
        using var bytes = new MemoryStream();
        using (var writer = new CsvWriter(bytes, CsvForm.Machines))
        {
            writer.Text(text);
        }

        Assert.Equal(text, Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static string Write(CsvForm form)
    {
        using var bytes = new MemoryStream();
        using (var writer = new CsvWriter(bytes, form))
        {
            writer.Begin("Forløp", [new TableColumn("Ref"), new TableColumn("Start"), new TableColumn("Endring")]);
            writer.Text("E-1");
            writer.Day(new DateOnly(2026, 3, 2));
            writer.Number(-1.50m);
            writer.EndRow();
            writer.Text(null);
            writer.Day(null);
            writer.Number(0);
            writer.EndRow();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
