using System.Net;
using System.Text;
using Mestring.Formats.Tests.Excel;

namespace Mestring.Web.Tests.Imports;

/// <summary>Files as a whole: the ways they are written that must make no difference, and those that are refused, with what a person is told.</summary>
public sealed class WholeFileTests
{
    private const string Table = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;TUG start\nE-1;1944;Kvinne;alene;nei;01.12.2026;12,5\n";
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Referanse</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Oppstart</t></is></c></row>";
    private const string Formula = Header + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>E-1</t></is></c><c r=\"B2\"><f>A1+1</f><v>1</v></c></row>";
    private const string Bomb = "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]>";

    /// <summary>How the file is written, and its bytes.</summary>
    public static TheoryData<string, byte[]> Ways => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Table) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)] },
        { "UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        { "Windows-1252", Encoding.Latin1.GetBytes(Table) },
        { "tabs", Encoding.UTF8.GetBytes(Table.Replace(';', '\t')) },
        { "commas and quotation marks", Encoding.UTF8.GetBytes(Table.Replace("12,5", "\"12,5\"", StringComparison.Ordinal).Replace(';', ',')) },
        { "lines of Windows", Encoding.UTF8.GetBytes(Table.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "the separator named in the first line", Encoding.UTF8.GetBytes("sep=;\n" + Table) },
        { "a title and a blank line above", Encoding.UTF8.GetBytes("Uttrekk fra fagsystemet\n\n" + Table) },
        { "blank lines below", Encoding.UTF8.GetBytes(Table + ";;;;;;\n;;;;;;\n") },
    };

    /// <summary>What is wrong with the file, its bytes, and what is said in bokmål.</summary>
    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], "Her står det ingenting" },
        { "only a header", Encoding.UTF8.GetBytes(Table.Split('\n')[0] + "\n"), "Her står det ingenting under overskriftene" },
        { "no header", "E-1;1944;K;01.12.2026\nE-2;1940;M;02.12.2026\n"u8.ToArray(), "ingen rad med navn på kolonnene" },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "verken en Excel-arbeidsbok eller en CSV-fil" },
        { "a PDF", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8.ToArray(), "verken en Excel-arbeidsbok eller en CSV-fil" },
        { "a web page with the name of a workbook", "<html><table><tr><td>Referanse</td></tr></table></html>"u8.ToArray(), "verken en Excel-arbeidsbok eller en CSV-fil" },
        { "a quotation mark that is not closed", Encoding.UTF8.GetBytes(Table + "E-2;\"1944;Kvinne;alene;nei;01.12.2026;1\n"), "anførselstegn som ikke blir lukket" },
        { "two encodings", [.. Encoding.UTF8.GetBytes(Table), .. Encoding.Latin1.GetBytes("E-2;1944;Kvinne;bor med pårørende;nei;01.12.2026;1\n")], "bokstaver som ikke kan leses" },
        { "Excel of 2003", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "Excel 2003 eller eldre" },
        { "half a workbook", MadeWorkbook.Rows(Formula).Bytes()[..^200], "er skadet" },
        { "a formula", MadeWorkbook.Rows(Formula).Bytes(), "Celle B2 i arket «Ark1» har en formel" },
        { "a document type that grows without end", MadeWorkbook.Rows("").With("xl/workbook.xml", Bomb + "<workbook>&b;</workbook>").Bytes(), "kan åpne andre filer" },
        { "a part named outside the workbook", MadeWorkbook.Rows(Formula).With("../../etc/passwd", "x").Bytes(), "viser til noe utenfor seg selv" },
        { "macros", MadeWorkbook.Rows(Formula).With("[Content_Types].xml", "<Types><Override PartName=\"/x\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>").Bytes(), "har makroer" },
        { "more rows than anybody has", MadeWorkbook.Rows(Header + string.Concat(Enumerable.Repeat("<row><c t=\"b\"><v>1</v></c></row>", 300_001))).Bytes(), "mer enn 300 000 rader" },
        { "a text document", MadeWorkbook.Rows("").With("word/document.xml", "<x/>").Without("xl/workbook.xml"), "verken en Excel-arbeidsbok eller en CSV-fil" },
        { "more columns than anybody reads", Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(1, 600).Select(i => $"kolonne{i}")) + "\n"), "mer enn 500 kolonner" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_way_a_file_is_written_makes_no_difference(string way, byte[] file)
    {
        Assert.NotEmpty(way);
        using var world = await ImportWorld.New();
        var address = await world.Upload(file, "uttrekk.csv");
        await world.Coordinator.Submit($"{address}/columns", ("licence", "true"));
        Assert.Contains("1 av 1 rader er klare", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        await world.Press(address, "approve");
        Assert.Equal(("E-1", 1944), Assert.Single(await world.Courses()) is var course ? (course.Pseudonym, course.BirthYear) : default);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_refused_is_explained_in_every_language_and_nothing_of_it_stays(string fault, byte[] file, string said)
    {
        Assert.NotEmpty(fault);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in new[] { "nb", "nn", "en" })
        {
            using var world = await ImportWorld.New(language);
            var reply = await world.Coordinator.Upload(ImportWorld.Start, "file", "uttrekk.csv", file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
            var message = reply.Page.QuerySelector("#file-error, .ds-validation-message")!.TextContent.Trim();
            Assert.DoesNotContain("imports.", message, StringComparison.Ordinal);
            Assert.True(language is not "nb" || message.Contains(said, StringComparison.Ordinal), message);
            told.Add(message);
            Assert.Equal(0, await world.App.Database(async db => await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(db.Imports))));
        }

        Assert.Equal(3, told.Count);
    }
}
