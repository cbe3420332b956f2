using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mestring.Core;
using Mestring.Core.Documents;
using Document = Mestring.Core.Documents.Document;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Mestring.Formats.Word;

/// <summary>Writes a document as a Word file with real styles, native tables, and figures with alternative text.</summary>
public static class WordWriter
{
    /// <summary>The width of figures, in CSS pixels: the text of an A4 page with margins of 2 cm is 643 wide.</summary>
    private const double FigureWidth = 620;

    /// <summary>Writes the document to a stream that can seek, and leaves the stream open.</summary>
    public static void Write(Document document, Stream to)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var package = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        var properties = package.PackageProperties;
        properties.Title = WordText.Clean(document.Title);
        properties.Creator = WordText.Clean(document.Author);
        properties.Language = Tag(document.Language);
        properties.Created = properties.Modified = document.Made.UtcDateTime;

        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.All(Tag(document.Language));
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
        // Without this Word opens the file as one from 2007, without drawings.
        main.AddNewPart<DocumentSettingsPart>().Settings = new(new Compatibility(
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }), new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }));

        var body = new Body(WordText.Paragraph("Title", document.Title));
        var figures = 0u;
        foreach (var block in document.Blocks)
        {
            body.Append(Elements(block, ref figures));
        }

        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Right = 1134, Bottom = 1134, Left = 1134, Header = 567, Footer = 567, Gutter = 0 }));
        main.Document = new(body);
        main.Document.Save();
    }

    private static string Tag(Language language) => language switch { Language.Nn => "nn-NO", Language.En => "en-GB", _ => "nb-NO" };

    private static IReadOnlyList<OpenXmlElement> Elements(Block block, ref uint figures)
    {
        switch (block)
        {
            case Heading heading:
                return [WordText.Paragraph($"Heading{heading.Level.ToString(CultureInfo.InvariantCulture)}", heading.Text)];
            case Core.Documents.Paragraph paragraph:
                return [WordText.Paragraph(paragraph.IsLead ? "Subtitle" : null, paragraph.Text)];
            case BulletList list:
                return [.. list.Items.Select(item => WordText.Paragraph("ListBullet", item))];
            case Note note:
                return [WordText.Paragraph("Note", note.Text)];
            case Core.Documents.Table table:
                return [.. WordTable.Elements(table.Caption, table.Columns, table.Rows), .. Source(table.Footnote)];
            case Figure figure:
                figures++;
                return [.. FigureElements(figure, figures)];
            default:
                throw new ArgumentOutOfRangeException(nameof(block), $"Word has no way to show {block.GetType().Name}.");
        }
    }

    private static IEnumerable<OpenXmlElement> FigureElements(Figure figure, uint number)
    {
        var text = figure.Chart.Text;
        yield return WordText.Paragraph("Caption", text.Title);
        if (text.Unit.Length > 0)
        {
            yield return WordText.Paragraph("Source", text.Unit, keepNext: true);
        }

        yield return WordText.Paragraph(null, text.Reading, keepNext: true);
        yield return WordPicture.Paragraph(figure.Chart.Draw(FigureWidth), number, WordText.Clean(text.Title), WordText.Clean(figure.AlternativeText));
        foreach (var line in Source(text.Source))
        {
            yield return line;
        }

        if (!figure.WithTable || text.Rows.Count == 0)
        {
            yield break;
        }

        foreach (var element in WordTable.Elements(text.Title, text.Columns, text.Rows))
        {
            yield return element;
        }

        // Word joins tables that follow each other without a paragraph between.
        yield return WordText.Paragraph("Source", string.Empty);
    }

    private static IEnumerable<OpenXmlElement> Source(string? text) => text is null ? [WordText.Paragraph("Source", string.Empty)] : [WordText.Paragraph("Source", text)];
}
