using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Formats.Tests.Tables;

namespace Mestring.Formats.Tests.Excel;

[Collection(Memory.Name)]
public sealed class ExcelReadingTests
{
    private const string Styles =
        """
        <numFmts count="3"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; timer i md&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>
        """;

    [Fact]
    public void Every_kind_of_cell_is_read_as_what_it_is()
    {
        var row = Assert.Single(Reading.Excel(MadeWorkbook.Rows(
            """
            <row r="7"><c r="A7" t="s"><v>1</v></c><c r="B7" t="inlineStr"><is><r><t>Kari </t></r><r><rPr><b/></rPr><t>N.</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>
            <c r="D7"><v>5.2100000000000003</v></c><c r="E7" s="1"><v>46055</v></c><c r="F7" t="b"><v>1</v></c><c r="G7" t="e"><v>#N/A</v></c><c r="H7" t="str"><v>svar</v></c>
            <c r="I7" t="d"><v>2026-02-03T00:00:00</v></c><c r="J7"><v>1E-3</v></c><c r="K7" t="s"><v>0</v></c></row>
            """,
            shared: "<si><t xml:space=\"preserve\"> </t></si><si><t>E-0163</t></si>",
            styles: Styles).Bytes()));

        Assert.Equal(7, row.Number);
        Assert.Equal(["E-0163", "Kari N.", "", "5.21", "2026-02-02", "true", "#N/A", "svar", "2026-02-03", "0.001"], row.Texts());
        Assert.Equal(
            [CellKind.Text, CellKind.Text, CellKind.Blank, CellKind.Number, CellKind.Date, CellKind.Boolean, CellKind.Error, CellKind.Text, CellKind.Date, CellKind.Number],
            row.Cells.Select(c => c.Kind));
    }

    [Theory]
    [InlineData("1", 1, "1900-01-01")]
    [InlineData("59", 1, "1900-02-28")]
    [InlineData("61", 1, "1900-03-01")]
    [InlineData("46055", 2, "2026-02-02")]
    [InlineData("46055.5", 5, "2026-02-02T12:00:00")]
    [InlineData("0.25", 6, "06:00:00")]
    [InlineData("46054", 3, "46054")]
    [InlineData("1.5", 4, "129600")]
    [InlineData("1.5625", 4, "135000")]
    [InlineData("46055.99999537", 5, "2026-02-02T23:59:59")]
    [InlineData("46055.99999999999", 5, "2026-02-03")]
    [InlineData("-3", 1, "#####")]
    [InlineData("2958466", 1, "#####")]
    public void A_number_is_a_day_where_its_format_shows_one(string value, int style, string text) => Assert.Equal(
        [text],
        Assert.Single(Reading.Excel(MadeWorkbook.Rows($"<row><c s=\"{style}\"><v>{value}</v></c></row>", styles: Styles).Bytes())).Texts());

    [Fact]
    public void Days_counted_from_1904_are_four_years_later()
    {
        var made = MadeWorkbook.Rows("<row><c s=\"1\"><v>44593</v></c></row>", styles: Styles);
        made.Parts["xl/workbook.xml"] = made.Parts["xl/workbook.xml"].Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal);

        Assert.Equal(["2026-02-02"], Assert.Single(Reading.Excel(made.Bytes())).Texts());
    }

    [Fact]
    public void Rows_keep_their_number_and_blank_ones_are_left_out() => Assert.Equal(
        [2, 5, 6],
        Reading.Excel(MadeWorkbook.Rows("<row r=\"1\"/><row r=\"2\"><c><v>1</v></c></row><row r=\"4\"><c s=\"1\"/></row><row r=\"5\"><c r=\"C5\"><v>2</v></c></row><row><c><v>3</v></c></row>").Bytes()).Select(r => r.Number));

    [Fact]
    public void A_sheet_is_found_by_name_even_a_hidden_one_and_the_first_shown_is_taken_unasked()
    {
        var made = MadeWorkbook.Rows("<row><c><v>1</v></c></row>").With("xl/worksheets/sheet2.xml", $"<worksheet {MadeWorkbook.Main}><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>");
        made.Parts["xl/workbook.xml"] = made.Parts["xl/workbook.xml"].Replace("r:id=\"a\"/>", "r:id=\"a\" state=\"hidden\"/><sheet name=\"Forløp\" sheetId=\"2\" r:id=\"b\"/>", StringComparison.Ordinal);
        made.Parts["xl/_rels/workbook.xml.rels"] = made.Parts["xl/_rels/workbook.xml.rels"].Replace(
            "</Relationships>",
            "<Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>",
            StringComparison.Ordinal);

        using var file = ExcelFile.Open(new MemoryStream(made.Bytes()), TableLimits.Default);
        Assert.Equal([new ExcelSheet("Ark1", true), new ExcelSheet("Forløp", false)], file.Sheets);
        Assert.Equal("2", Reading.Excel(made.Bytes())[0][0].Text);
        Assert.Equal("1", Reading.Excel(made.Bytes(), "ark1")[0][0].Text);
        Assert.Contains("no sheet is named 'Ark3'. The workbook has: Ark1, Forløp.", Assert.Throws<TableException>(() => Reading.Excel(made.Bytes(), "Ark3")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_XML_does_not_allow_come_back() => Assert.Equal(
        ["a\rb _x0041_"],
        Reading.Excel(MadeWorkbook.Rows("<row><c t=\"inlineStr\"><is><t>a_x000D_b _x005F_x0041_</t></is></c></row>").Bytes())[0].Texts());

    [Theory]
    [InlineData("General", CellKind.Number)]
    [InlineData("0.00", CellKind.Number)]
    [InlineData("# ##0,0 \"dager\"", CellKind.Number)]
    [InlineData("[Red]0", CellKind.Number)]
    [InlineData("[hh]:mm:ss", CellKind.Duration)]
    [InlineData("[s]", CellKind.Duration)]
    [InlineData("[mm]:ss.0", CellKind.Duration)]
    [InlineData("mm:ss", CellKind.Duration)]
    [InlineData("0%", CellKind.Percent)]
    [InlineData("0.0\" %\"", CellKind.Number)]
    [InlineData("yyyy-mm-dd", CellKind.Date)]
    [InlineData("[$-414]d. mmmm yyyy", CellKind.Date)]
    [InlineData("mmm", CellKind.Date)]
    [InlineData("h:mm", CellKind.Date)]
    [InlineData("0\\d", CellKind.Number)]
    [InlineData("@", CellKind.Number)]
    public void Format_codes_tell_what_a_number_is(string code, CellKind kind) => Assert.Equal(
        kind,
        Assert.Single(Reading.Excel(MadeWorkbook.Rows(
            "<row><c s=\"0\"><v>46054</v></c></row>",
            styles: $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>").Bytes()))[0].Kind);

    [Theory]
    [InlineData("0000", "7", "0007")]
    [InlineData("000", "7", "007")]
    [InlineData("0000", "12345", "12345")]
    [InlineData("\"P-\"0000", "7", "P-0007")]
    [InlineData("\\K\\-0", "7", "K-7")]
    [InlineData("0", "7", "7")]
    [InlineData("0.00", "7", "7")]
    [InlineData("00\" t\"", "7", "7")]
    [InlineData("0000", "7.5", "7.5")]
    [InlineData("0%", "0.075", "7.5")]
    [InlineData("[s]", "0.00006944444", "6")]
    [InlineData("[mm]:ss.0", "0.0000718171296", "6.205")]
    [InlineData("[h]:mm", "1.5625", "135000")]
    public void A_number_is_read_as_its_format_shows_it(string code, string value, string text) => Assert.Equal(
        [text],
        Assert.Single(Reading.Excel(MadeWorkbook.Rows(
            $"<row><c s=\"0\"><v>{value}</v></c></row>",
            styles: $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>").Bytes())).Texts());

    [Fact]
    public void Parts_are_found_by_what_the_workbook_calls_them_and_only_those_that_are_opened_matter()
    {
        var made = MadeWorkbook.Rows("<row><c t=\"s\"><v>0</v></c></row>").With("xl/tekster.xml", $"<sst {MadeWorkbook.Main}><si><t>E-0163</t></si></sst>").With("customXml/item1.xml", "<a/>");
        made.Parts["xl/_rels/workbook.xml.rels"] = made.Parts["xl/_rels/workbook.xml.rels"].Replace(
            "</Relationships>",
            "<Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"./tekster.xml\"/>"
            + "<Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../customXml/item1.xml\"/>"
            + "<Relationship Id=\"d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" Target=\"../../elsewhere.xml\"/></Relationships>",
            StringComparison.Ordinal);

        Assert.Equal(["E-0163"], Assert.Single(Reading.Excel(made.Bytes())).Texts());
    }

    [Fact]
    public void A_hundred_thousand_rows_are_read_in_bounded_memory()
    {
        using var bytes = new MemoryStream();
        using (var writer = new ExcelWriter(bytes))
        {
            writer.Begin("Forløp", [.. Enumerable.Range(0, 12).Select(i => new TableColumn($"kolonne {i}"))]);
            for (var row = 0; row < 100_000; row++)
            {
                for (var column = 0; column < 12; column++)
                {
                    if (column % 3 == 0)
                    {
                        writer.Text("E-0163");
                    }
                    else
                    {
                        writer.Number(row);
                    }
                }

                writer.EndRow();
            }
        }

        bytes.Position = 0;
        var count = 0;
        var most = 0L;
        using var file = ExcelFile.Open(bytes, TableLimits.Default);
        using var rows = file.Read();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        while (rows.Read() is not null)
        {
            most = ++count % 25_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        Assert.Equal(100_001, count);
        Assert.InRange(most, long.MinValue, 2_000_000);
    }
}
