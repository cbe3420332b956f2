using System.Buffers;
using System.IO.Compression;

namespace Mestring.Web.Gatherings;

/// <summary>What a file that is handed in may be. Decided by what it holds, never by its name or what the browser says.</summary>
/// <param name="Extension">The ending the file gets when it is downloaded.</param>
/// <param name="MediaType">The type it is stored and sent with.</param>
internal sealed record HandInFormat(string Extension, string MediaType)
{
    public static readonly HandInFormat Pdf = new(".pdf", "application/pdf");
    public static readonly HandInFormat Word = new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static readonly HandInFormat Excel = new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    public static readonly HandInFormat PowerPoint = new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    public static readonly HandInFormat Png = new(".png", "image/png");
    public static readonly HandInFormat Jpeg = new(".jpg", "image/jpeg");
    public static readonly HandInFormat Text = new(".txt", "text/plain");
    public static readonly HandInFormat Csv = new(".csv", "text/csv");

    private static readonly SearchValues<byte> Unreadable = SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7F).Where(b => b is not (0x09 or 0x0A or 0x0C or 0x0D)).Select(b => (byte)b)]);

    /// <summary>The endings the file picker offers.</summary>
    public static string Accepted { get; } = string.Join(',', new[] { Pdf, Word, Excel, PowerPoint, Png, Jpeg, Text, Csv }.Select(f => f.Extension));

    public bool IsOffice => this == Word || this == Excel || this == PowerPoint;

    public bool IsText => this == Text || this == Csv;

    /// <summary>The format, or null when the content is none of those that are taken.</summary>
    /// <param name="name">Only tells tables of text from other text.</param>
    public static HandInFormat? Of(byte[] content, string name) => content switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => Pdf,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x50, 0x4B, 0x03, 0x04, ..] => Office(content),
        _ when IsReadable(content) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Csv : Text,
        _ => null,
    };

    /// <summary>Office files are zip archives; one with macros in it is not taken.</summary>
    private static HandInFormat? Office(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !names.Contains("[Content_Types].xml") || names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? null
                : names.Contains("word/document.xml") ? Word
                : names.Contains("xl/workbook.xml") ? Excel
                : names.Contains("ppt/presentation.xml") ? PowerPoint
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool IsReadable(byte[] content) => !content.AsSpan().ContainsAny(Unreadable);
}
