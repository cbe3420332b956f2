using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mestring.Formats.Excel;

/// <summary>The parts of a written workbook beside its sheets.</summary>
internal static class ExcelParts
{
    internal const char TextStyle = '1';
    internal const char DayStyle = '2';
    internal const char HeaderStyle = '3';

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const int LongestName = 31;

    // Text (49) stays text when a person edits the cell; 14 is the short date of the reader's own language.
    private const string Styles =
        $"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFE6E9EE"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    internal static StreamWriter Open(ZipArchive archive, string path)
    {
        var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 32 * 1024);
        writer.Write(Declaration);
        return writer;
    }

    /// <summary>What does not depend on the sheets.</summary>
    internal static void WriteFirst(ZipArchive archive)
    {
        Write(archive, "_rels/.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Write(archive, "xl/styles.xml", Styles);
    }

    /// <summary>The workbook and the lists of its parts, when all sheets are known.</summary>
    internal static void WriteLast(ZipArchive archive, IReadOnlyList<string> names)
    {
        var (sheets, links, types) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < names.Count; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            sheets.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{System.Security.SecurityElement.Escape(names[i])}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
            links.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{number}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>");
            types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Type("worksheet")}\"/>");
        }

        Write(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{sheets}</sheets></workbook>");
        Write(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Links}\">{links}<Relationship Id=\"rIdStyles\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        Write(
            archive,
            "[Content_Types].xml",
            $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type("sheet.main")}\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Type("styles")}\"/>{types}</Types>");
    }

    /// <summary>The name as Excel takes it: at most 31 letters, none of []:*?/\, not used before.</summary>
    internal static string SheetName(string wanted, IReadOnlyCollection<string> taken)
    {
        var name = new string([.. wanted.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) ? ' ' : c)]).Trim().Trim('\'');
        name = name.Length == 0 ? "1" : name[..Math.Min(name.Length, LongestName)];
        var (free, number) = (name, 2);
        while (taken.Contains(free, StringComparer.OrdinalIgnoreCase))
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number++})");
            free = name[..Math.Min(name.Length, LongestName - suffix.Length)] + suffix;
        }

        return free;
    }

    private static string Type(string part) => $"application/vnd.openxmlformats-officedocument.spreadsheetml.{part}+xml";

    private static void Write(ZipArchive archive, string path, string content)
    {
        using var writer = Open(archive, path);
        writer.Write(content);
    }
}
