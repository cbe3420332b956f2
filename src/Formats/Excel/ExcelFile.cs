using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>A workbook of Excel 2007 or later (.xlsx) that is read; nothing in it is run, worked out or fetched.</summary>
public sealed class ExcelFile : IDisposable
{
    private const string UsualPath = "xl/workbook.xml";
    private readonly Package _package;
    private readonly WorkbookPart _workbook;
    private readonly string _folder;
    private readonly List<Relationships.Link> _links;
    private SharedTexts? _texts;
    private NumberFormats? _formats;

    private ExcelFile(Stream stream, TableLimits limits)
    {
        _package = Package.Open(stream, limits);
        try
        {
            RefuseOtherKinds(_package);
            using var roots = _package.Xml("_rels/.rels");
            var path = Relationships.Read(roots, string.Empty).FirstOrDefault(r => r.Is("officeDocument"))?.Target ?? UsualPath;
            _folder = path[..(path.LastIndexOf('/') + 1)];
            using var related = _package.Xml($"{_folder}_rels/{path[_folder.Length..]}.rels");
            _links = Relationships.Read(related, _folder);
            using var book = _package.Xml(path) ?? throw NoWorkbook();
            _workbook = WorkbookPart.Read(book, _links);
        }
        catch
        {
            _package.Dispose();
            throw;
        }

        Sheets = [.. _workbook.Sheets.Select(s => s.Sheet)];
    }

    /// <summary>Sheets with cells, in the order of their tabs, the hidden ones too.</summary>
    public IReadOnlyList<ExcelSheet> Sheets { get; }

    /// <summary>Whether the file begins as an archive or as an old workbook, and so is none of text.</summary>
    public static bool IsLikely(ReadOnlySpan<byte> start) => start.StartsWith("PK"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Opens a workbook; the caller disposes of the stream, after this.</summary>
    /// <param name="stream">A stream that can go back.</param>
    /// <param name="limits">How much is read.</param>
    /// <exception cref="TableException">The file is another kind of workbook, encrypted, with macros, damaged, or made to do harm.</exception>
    public static ExcelFile Open(Stream stream, TableLimits limits)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(limits);
        return new ExcelFile(stream, limits);
    }

    /// <summary>Reads a sheet by its name, or the first that is not hidden.</summary>
    /// <exception cref="TableException">There is no such sheet.</exception>
    public ITableReader Read(string? sheet = null)
    {
        var found = sheet is null
            ? _workbook.Sheets.FirstOrDefault(s => !s.Sheet.Hidden)
            : _workbook.Sheets.FirstOrDefault(s => string.Equals(s.Sheet.Name, sheet, StringComparison.OrdinalIgnoreCase));
        if (found.Sheet is null)
        {
            throw new TableException(
                TableFault.NoSuchSheet,
                null,
                null,
                sheet is null ? "every sheet of the workbook is hidden." : $"no sheet is named {TableException.Quote(sheet)}.",
                $"The workbook has: {string.Join(", ", Sheets.Select(s => s.Name))}.");
        }

        if (_texts is null)
        {
            using var texts = _package.Xml(Part("sharedStrings"));
            _texts = SharedTexts.Read(texts, _package.Limits);
        }

        if (_formats is null)
        {
            using var styles = _package.Xml(Part("styles"));
            _formats = NumberFormats.Read(styles);
        }

        return new ExcelRows(_package, found.Part, found.Sheet.Name, new CellReader(_texts, _formats, _workbook.From1904, _package.Limits));
    }

    /// <summary>The path of the part of a type, by the workbook's own word for it or by its usual name.</summary>
    private string Part(string type) => _links.Find(l => l.Is(type))?.Target ?? $"{_folder}{type}.xml";

    /// <summary>Closes the archive, not the stream.</summary>
    public void Dispose() => _package.Dispose();

    private static void RefuseOtherKinds(Package package)
    {
        if (package.Start("mimetype").Contains("opendocument", StringComparison.Ordinal))
        {
            throw new TableException(TableFault.OtherWorkbook, null, null, "the file is an OpenDocument sheet (.ods).", "Save it as an Excel workbook (.xlsx) or as CSV.");
        }

        using var types = package.Xml("[Content_Types].xml") ?? throw NoWorkbook();
        while (types.Read())
        {
            var type = types.Starts("Override") || types.Starts("Default") ? types.Attribute("ContentType") : null;
            if (type is null)
            {
                continue;
            }

            if (type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase))
            {
                throw new TableException(TableFault.OtherWorkbook, null, null, "the file is a binary workbook (.xlsb).", "Save it as an Excel workbook (.xlsx).");
            }

            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                throw new TableException(TableFault.Macros, null, null, "the workbook has macros (.xlsm).", "Save it as an Excel workbook without macros (.xlsx).");
            }
        }
    }

    private static TableException NoWorkbook() => new(TableFault.NotATable, null, null, "the file is an archive, but no workbook.", "Save it as an Excel workbook (.xlsx) or as CSV.");
}
