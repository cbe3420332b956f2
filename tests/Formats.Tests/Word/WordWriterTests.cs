using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Mestring.Formats.Word;
using Mestring.Tests.Samples;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Mestring.Formats.Tests.Word;

public sealed class WordWriterTests
{
    [Theory]
    [InlineData(FileFormatVersions.Office2010)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void A_report_with_everything_in_it_is_a_sound_Word_file(FileFormatVersions version)
    {
        using var word = Written(Language.Nn);
        Assert.Empty(new OpenXmlValidator(version).Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [InlineData(Language.Nb, "nb-NO")]
    [InlineData(Language.Nn, "nn-NO")]
    [InlineData(Language.En, "en-GB")]
    public void The_spelling_checker_and_the_screen_reader_know_the_language(Language language, string tag)
    {
        using var word = Written(language);
        Assert.Equal(tag, word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value);
    }

    [Fact]
    public void No_column_is_narrower_than_its_longest_word_while_there_is_room()
    {
        Core.Charts.TableColumn[] columns = [new("Indikator"), .. new[] { "Kommunen", "Nedre kvartil", "Median", "Øvre kvartil", "Kommuner" }.Select(c => new Core.Charts.TableColumn(c, true)), new("Eining")];
        Core.Charts.TableRow[] rows = [new(["Dekningsgrad", "4,0", "5,0", "6,0", "7,0", "8", "per 1 000 innbyggjarar"]), new(["Brutto driftsutgifter per time", "1 234", "1 200", "1 250", "1 300", "8", "kr per time"])];
        using var bytes = new MemoryStream();
        WordWriter.Write(new Core.Documents.Document("Prøve", Language.Nn, "Prøve", DateTimeOffset.UnixEpoch, [new Core.Documents.Table("Indikatorane", columns, rows, null)]), bytes);
        using var word = WordprocessingDocument.Open(bytes, isEditable: false);

        var widths = Body(word).Descendants<TableGrid>().Single().Elements<GridColumn>().Select(c => int.Parse(c.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.InRange(widths.Sum(), 9500, 9638);
        // Twentieths of a point; the letters are of 9.5 points, about half as wide as high.
        Assert.All(widths.Zip(["driftsutgifter", "Kommunen", "kvartil", "Median", "kvartil", "Kommuner", "innbyggjarar"]), c => Assert.True(c.First > c.Second.Length * 9.5 * 20 * 0.5, $"{c.Second} has {c.First}."));
        Assert.True(widths[0] > widths[5]);
    }

    [Fact]
    public void The_letters_of_a_chart_are_of_a_font_that_every_suite_has_the_widths_of()
    {
        using var word = Written(Language.Nn);

        var letters = Body(word).Descendants().Where(e => e.LocalName is "txbxContent").SelectMany(e => e.Descendants<RunFonts>()).Select(f => f.Ascii!.Value).Distinct().ToList();

        Assert.Equal(["Arial"], letters);
    }

    [Fact]
    public void Headings_have_real_styles_in_reading_order()
    {
        using var word = Written(Language.Nn);
        var styles = Body(word).Elements<Paragraph>().Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Where(s => s?.StartsWith("Heading", StringComparison.Ordinal) is true || s is "Title");
        Assert.Equal(["Title", "Heading1", "Heading2", "Heading3"], styles!, StringComparer.Ordinal);
        var defined = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet(StringComparer.Ordinal);
        Assert.All(Body(word).Descendants<ParagraphStyleId>(), s => Assert.Contains(s.Val!.Value!, defined));
    }

    [Fact]
    public void Every_figure_has_an_alternative_text_and_a_number_of_its_own()
    {
        using var word = Written(Language.Nn);
        var figures = Body(word).Descendants<Wp.DocProperties>().ToList();
        Assert.Equal(SampleCharts.All.Select(c => $"{c.Text.Description} {c.Text.Reading}"), figures.Select(f => f.Description!.Value!), StringComparer.Ordinal);
        Assert.Equal(figures.Count, figures.Select(f => f.Id!.Value).Distinct().Count());
    }

    [Fact]
    public void Tables_are_native_repeat_their_header_and_mark_ones_own_row_without_colour()
    {
        using var word = Written(Language.Nn);
        var tables = Body(word).Elements<Table>().ToList();
        Assert.Equal(1 + SampleCharts.All.Count, tables.Count);
        Assert.All(tables, t => Assert.Single(t.Descendants<TableHeader>()));
        Assert.Equal(["Kommune", "Per 1 000", "◆ Dømevik", "4,9", "Testnes", ":"], tables[0].Descendants<TableCell>().Select(c => c.InnerText), StringComparer.Ordinal);
    }

    [Fact]
    public void A_character_that_XML_cannot_hold_is_left_out_and_a_line_break_is_kept()
    {
        using var word = Written(Language.Nn);
        var paragraph = Body(word).Elements<Paragraph>().Single(p => p.InnerText.StartsWith("Første", StringComparison.Ordinal));
        Assert.Equal("Første linje.Andre linje med 5 < 6 &  teikn.", paragraph.InnerText);
        Assert.Single(paragraph.Descendants<Break>());
    }

    [Fact]
    public void The_file_says_who_made_it_and_when()
    {
        using var word = Written(Language.Nn);
        Assert.Equal("Dømevik kommune", word.PackageProperties.Creator);
        Assert.Equal("Resultat for Dømevik", word.PackageProperties.Title);
        Assert.Equal(new DateTime(2027, 2, 11, 13, 3, 0, DateTimeKind.Utc), word.PackageProperties.Created!.Value.ToUniversalTime());
    }

    private static Body Body(WordprocessingDocument word) => word.MainDocumentPart!.Document!.Body!;

    private static WordprocessingDocument Written(Language language)
    {
        var file = new MemoryStream();
        WordWriter.Write(SampleReport.In(language), file);
        return WordprocessingDocument.Open(file, isEditable: false);
    }
}
