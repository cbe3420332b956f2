using System.IO.Compression;
using System.Text;
using Mestring.Formats.Excel;
using Mestring.Formats.Tables;
using Mestring.Formats.Tests.Tables;

namespace Mestring.Formats.Tests.Excel;

public sealed class ExcelRefusalTests
{
    private const string OneCell = "<row><c><v>1</v></c></row>";

    [Theory]
    [InlineData("<row r=\"3\"><c r=\"C3\"><f>A1+B1</f><v>3</v></c></row>", "sheet 'Ark1', row 3, column C: a formula stood in cell C3: '=A1+B1'. Copy the column and paste it as values.")]
    [InlineData("<row r=\"3\"><c r=\"C3\"><f t=\"shared\" si=\"0\"/><v>3</v></c></row>", "sheet 'Ark1', row 3, column C: a formula stood in cell C3. Copy")]
    public void A_formula_is_refused_with_its_cell(string rows, string message)
    {
        var refusal = Reading.RefusedExcel(MadeWorkbook.Rows(rows).Bytes());

        Assert.Equal((TableFault.Formula, 3, "C", "Ark1"), (refusal.Fault, refusal.Row, refusal.Column, refusal.Sheet));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_is_refused_while_it_unpacks_whatever_its_headers_say()
    {
        var bomb = MadeWorkbook.Rows(string.Concat(Enumerable.Repeat("<row><c t=\"b\"><v>1</v></c></row>", 1_200_000))).Bytes();
        Assert.InRange(bomb.Length, 1, 600_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(TableFault.TooLarge, Reading.RefusedExcel(bomb, TableLimits.Default with { Ratio = 50 }).Fault);
        Assert.Equal(TableFault.TooLarge, Reading.RefusedExcel(bomb, TableLimits.Default with { Unpacked = 100_000 }).Fault);
        Assert.Equal(TableFault.TooLarge, Reading.RefusedExcel(bomb, TableLimits.Default with { Packed = 1_000 }).Fault);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 800_000_000);
    }

    [Fact]
    public void A_single_text_of_a_hundred_megabytes_is_refused_before_it_is_in_memory()
    {
        var bytes = MadeWorkbook.Rows($"<row><c t=\"inlineStr\"><is><t>{new string('a', 100_000_000)}</t></is></c></row>").Bytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(TableFault.TooLong, Reading.RefusedExcel(bytes).Fault);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_document_type_is_refused_before_it_opens_a_file_or_grows()
    {
        var rows = $"<worksheet {MadeWorkbook.Main}><sheetData>{OneCell}</sheetData></worksheet>";
        string[] attacks =
        [
            $"<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{rows.Replace("<v>1", "<v>&x;", StringComparison.Ordinal)}",
            $"<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>{rows.Replace("<v>1", "<v>&c;", StringComparison.Ordinal)}",
            $"<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\">{rows}",
        ];
        foreach (var attack in attacks)
        {
            Assert.Equal(TableFault.DocumentType, Reading.RefusedExcel(MadeWorkbook.Rows(OneCell).With("xl/worksheets/sheet1.xml", attack).Bytes()).Fault);
        }

        Assert.Equal(TableFault.DocumentType, Reading.RefusedExcel(MadeWorkbook.Rows(OneCell).With("xl/workbook.xml", $"<!DOCTYPE a [<!ENTITY x \"y\">]>{rows}").Bytes()).Fault);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("xl/../../x.xml")]
    [InlineData("xl\\..\\..\\x.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x.xml")]
    public void A_part_named_outside_the_workbook_is_refused(string name) =>
        Assert.Equal(TableFault.UnsafeName, Reading.RefusedExcel(MadeWorkbook.Rows(OneCell).With(name, "x").Bytes()).Fault);

    [Fact]
    public void A_sheet_that_lies_outside_the_workbook_is_refused_and_one_on_the_net_is_not_fetched()
    {
        var made = MadeWorkbook.Rows(OneCell);
        var links = made.Parts["xl/_rels/workbook.xml.rels"];

        Assert.Equal(TableFault.UnsafeName, Reading.RefusedExcel(made.With("xl/_rels/workbook.xml.rels", links.Replace("worksheets/sheet1", "../../sheet1", StringComparison.Ordinal)).Bytes()).Fault);
        Assert.Equal(TableFault.Damaged, Reading.RefusedExcel(made.With("xl/_rels/workbook.xml.rels", links.Replace("Target=", "TargetMode=\"External\" Target=", StringComparison.Ordinal)).Bytes()).Fault);
    }

    [Fact]
    public void Other_kinds_of_files_are_named_with_their_cure()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];
        Refused(TableFault.OldWorkbook, old);
        Refused(TableFault.Encrypted, [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]]);
        Refused(TableFault.NotATable, "%PDF-1.7"u8.ToArray());
        Refused(TableFault.Empty, []);
        Refused(TableFault.NotATable, new MadeWorkbook { Parts = { ["[Content_Types].xml"] = "<Types/>", ["xl/workbook.xml"] = "<w/>" } }.Without("[Content_Types].xml"));
        Refused(TableFault.OtherWorkbook, MadeWorkbook.Rows(OneCell).With("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Bytes());
        Refused(TableFault.Macros, Typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
        Refused(TableFault.Macros, Typed("application/vnd.ms-office.vbaProject"));
        Refused(TableFault.OtherWorkbook, Typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"));

        static void Refused(TableFault fault, byte[] bytes) => Assert.Equal(fault, Reading.RefusedExcel(bytes).Fault);

        static byte[] Typed(string type) => MadeWorkbook.Rows(OneCell).With("[Content_Types].xml", $"<Types><Override PartName=\"/x\" ContentType=\"{type}\"/></Types>").Bytes();
    }

    [Fact]
    public void Damage_is_told_as_damage()
    {
        string[] rows =
        [
            "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
            "<row r=\"0\"/>",
            "<row r=\"9999999\"><c><v>1</v></c></row>",
            "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
            "<row><c r=\"ZZZZ1\"><v>1</v></c></row>",
            "<row><c t=\"s\"><v>0</v></c></row>",
            "<row><c><v>en</v></c></row>",
            "<row><c t=\"q\"><v>1</v></c></row>",
            string.Concat(Enumerable.Repeat("<a>", 200)),
            "<row><c>",
        ];
        foreach (var row in rows)
        {
            Assert.Equal(TableFault.Damaged, Reading.RefusedExcel(MadeWorkbook.Rows(row).Bytes()).Fault);
        }

        Assert.Equal(TableFault.Damaged, Reading.RefusedExcel(MadeWorkbook.Rows(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<n{i}/>"))).Bytes()).Fault);
        Assert.Equal(TableFault.Damaged, Reading.RefusedExcel(MadeWorkbook.Rows(OneCell).Bytes()[..^30]).Fault);
    }

    [Fact]
    public void Two_parts_of_one_name_are_refused()
    {
        using var bytes = new MemoryStream();
        bytes.Write(MadeWorkbook.Rows(OneCell).Bytes());
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.CreateEntry("xl/Workbook.xml");
        }

        Assert.Contains("two parts named", Reading.RefusedExcel(bytes.ToArray()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_name_the_place()
    {
        var limits = new TableLimits { Columns = 3, Rows = 2, Cell = 10, SharedText = 100, Parts = 10 };
        Refused(TableFault.TooManyColumns, "sheet 'Ark1', row 4, column D: the sheet has more than 3 columns.", MadeWorkbook.Rows("<row r=\"4\"><c r=\"D4\"><v>1</v></c></row>"));
        Refused(TableFault.TooManyRows, "sheet 'Ark1', row 3: the sheet has more than 2 rows.", MadeWorkbook.Rows(OneCell + OneCell + OneCell));
        Refused(TableFault.TooLong, "sheet 'Ark1', row 1, column A: the cell holds more than 10 letters.", MadeWorkbook.Rows("<row><c t=\"inlineStr\"><is><t>12345678901</t></is></c></row>"));
        Refused(TableFault.TooLong, "a cell of the workbook holds more than 10 letters.", MadeWorkbook.Rows(OneCell, "<si><t>12345678901</t></si>"));
        Refused(TableFault.TooLarge, "the texts of the workbook are longer than 100 letters together.", MadeWorkbook.Rows(OneCell, string.Concat(Enumerable.Repeat("<si><t>a</t></si>", 10))));
        var many = MadeWorkbook.Rows(OneCell);
        for (var i = 0; i < 10; i++)
        {
            many.With($"xl/media/{i}.png", "x");
        }

        Refused(TableFault.TooLarge, "the workbook has more than 10 parts.", many);
        Assert.Single(Reading.Excel(MadeWorkbook.Rows("<row><c><v>1</v></c><c r=\"Z1\" s=\"1\"/></row>").Bytes(), null, limits));

        void Refused(TableFault fault, string message, MadeWorkbook made)
        {
            var refusal = Reading.RefusedExcel(made.Bytes(), limits);
            Assert.Equal(fault, refusal.Fault);
            Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        }
    }
}
