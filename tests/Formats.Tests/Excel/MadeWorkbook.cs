using System.IO.Compression;
using System.Text;

namespace Mestring.Formats.Tests.Excel;

/// <summary>A workbook put together from XML by hand, so that a test can make what no program would.</summary>
internal sealed class MadeWorkbook
{
    internal const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    internal Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
        ["_rels/.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ["xl/workbook.xml"] = $"<workbook {Main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
        ["xl/_rels/workbook.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    };

    /// <summary>A workbook with one sheet of these rows, in XML.</summary>
    internal static MadeWorkbook Rows(string rows, string? shared = null, string? styles = null)
    {
        var made = new MadeWorkbook();
        made.Parts["xl/worksheets/sheet1.xml"] = $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>";
        if (shared is not null)
        {
            made.Parts["xl/sharedStrings.xml"] = $"<sst {Main}>{shared}</sst>";
        }

        if (styles is not null)
        {
            made.Parts["xl/styles.xml"] = $"<styleSheet {Main}>{styles}</styleSheet>";
        }

        return made;
    }

    internal MadeWorkbook With(string part, string content)
    {
        Parts[part] = content;
        return this;
    }

    internal byte[] Without(string part)
    {
        Parts.Remove(part);
        return Bytes();
    }

    internal byte[] Bytes(bool stored = false)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts)
            {
                using var entry = archive.CreateEntry(name, stored ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
