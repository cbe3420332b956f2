using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Formats.Tests.Tables;

namespace Mestring.Formats.Tests.Excel;

public sealed class ExcelWriterTests
{
    [Fact]
    public void What_is_written_is_valid_and_comes_back()
    {
        var bytes = Sample();

        using (var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        }

        var rows = Reading.Excel(bytes);
        Assert.Equal([1, 2, 3], rows.Select(r => r.Number));
        Assert.Equal(["Referanse", "Start", "Timer"], rows[0].Texts());
        Assert.Equal(["=HYPERLINK(\"x\") <&> _x0041_ \u0001 🙂", "2026-02-02", "-1.5"], rows[1].Texts());
        Assert.Equal([CellKind.Text, CellKind.Date, CellKind.Number], rows[1].Cells.Select(c => c.Kind));
        Assert.Equal(["", "1900-01-31", "0"], rows[2].Texts());
        Assert.Equal("Kolonne", Reading.Excel(bytes, "Om kolonnene")[0][0].Text);
    }

    [Fact]
    public void Sheet_names_are_made_such_that_Excel_takes_them()
    {
        using var bytes = new MemoryStream();
        using (var writer = new ExcelWriter(bytes))
        {
            foreach (var name in (string[])["Mål/tiltak [1]", "Et navn som er lengre enn det Excel tar imot", "Et navn som er lengre enn det Excel tar imot", " "])
            {
                writer.Begin(name, [new TableColumn("a")]);
            }
        }

        using var file = ExcelFile.Open(new MemoryStream(bytes.ToArray()), TableLimits.Default);
        Assert.Equal(["Mål tiltak  1", "Et navn som er lengre enn det E", "Et navn som er lengre enn d (2)", "1"], file.Sheets.Select(s => s.Name));
    }

    [Fact]
    public void A_million_rows_are_written_in_constant_memory()
    {
        var counted = new CountingStream();
        using (var writer = new ExcelWriter(counted))
        {
            writer.Begin("Forløp", [new TableColumn("Referanse"), new TableColumn("Timer")]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var row = 0; row < 1_000_000; row++)
            {
                writer.Text("E-0163");
                writer.Number(row);
                writer.EndRow();
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        }

        Assert.InRange(counted.Written, 2_000_000, 40_000_000);
    }

    [Fact]
    public void Rows_beyond_the_last_of_a_sheet_go_on_in_another_with_the_same_header()
    {
        const int rows = 1_048_580;
        using var bytes = new MemoryStream();
        using (var writer = new ExcelWriter(bytes))
        {
            writer.Begin("Arbeidstid", [new TableColumn("Referanse"), new TableColumn("Uke")]);
            for (var row = 1; row <= rows; row++)
            {
                writer.Text(null);
                writer.Number(row);
                writer.EndRow();
            }
        }

        bytes.Position = 0;
        using var file = ExcelFile.Open(bytes, TableLimits.Default with { Unpacked = 200_000_000, Rows = 2_000_000 });
        Assert.Equal(2, file.Sheets.Count);
        using var second = file.Read(file.Sheets[1].Name);
        Assert.Equal(["Referanse", "Uke"], second.Read()!.Cells.Select(c => c.Text));
        Assert.Equal(("", "1048576"), second.Read() is { } first ? (first[0].Text, first[1].Text) : default);
        var left = 0;
        for (; second.Read() is not null; left++)
        {
        }

        Assert.Equal(rows - 1_048_576, left);
    }

    [Fact]
    public void A_text_that_no_cell_holds_is_refused_rather_than_cut()
    {
        using var writer = new ExcelWriter(Stream.Null);
        writer.Begin("a", [new TableColumn("a")]);
        Assert.Throws<ArgumentException>(() => writer.Text(new string('a', 32_768)));
    }

    private static byte[] Sample()
    {
        using var bytes = new MemoryStream();
        using (var writer = new ExcelWriter(bytes))
        {
            writer.Begin("Forløp", [new TableColumn("Referanse", 12), new TableColumn("Start"), new TableColumn("Timer")]);
            writer.Text("=HYPERLINK(\"x\") <&> _x0041_ \u0001 🙂");
            writer.Day(new DateOnly(2026, 2, 2));
            writer.Number(-1.50m);
            writer.EndRow();
            writer.Text(null);
            writer.Day(new DateOnly(1900, 1, 31));
            writer.Number(0);
            writer.EndRow();
            writer.Begin("Om kolonnene", [new TableColumn("Kolonne", 40)]);
        }

        return bytes.ToArray();
    }
}
