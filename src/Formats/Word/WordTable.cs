using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mestring.Core.Charts;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Mestring.Formats.Word;

/// <summary>Native tables: caption above, header row repeated on every page, figures to the right.</summary>
internal static class WordTable
{
    /// <summary>The width of the text on a page, in twentieths of a point.</summary>
    private const int Whole = 9638;

    /// <summary>Twentieths of a point in a CSS pixel, and the margins of a cell.</summary>
    private const double Pixel = 15;
    private const double Margins = 2 * 85 + 40;

    public static IEnumerable<OpenXmlElement> Elements(string caption, IReadOnlyList<TableColumn> columns, IReadOnlyList<Core.Charts.TableRow> rows)
    {
        yield return WordText.Paragraph("Caption", caption);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "FigureTable" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = true, FirstColumn = true, NoHorizontalBand = true, NoVerticalBand = true, Val = "06A0" },
                new TableCaption { Val = WordText.Clean(caption) }),
            new TableGrid(Widths(columns, rows).Select(width => new GridColumn { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture) })),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select(c => Cell(c.Text, c.IsNumber, isOwn: false))]));
        foreach (var row in rows)
        {
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Cells.Select((text, i) => Cell(row.IsOwn && i == 0 ? $"◆ {text}" : text, columns[i].IsNumber, row.IsOwn))]));
        }

        yield return table;
    }

    /// <summary>
    /// As wide as what stands there: no column is narrower than its longest word while there is room, and the rest goes to those with the longest texts.
    /// </summary>
    internal static IReadOnlyList<int> Widths(IReadOnlyList<TableColumn> columns, IReadOnlyList<Core.Charts.TableRow> rows)
    {
        var texts = columns.Select((column, i) => rows.Select(row => row.IsOwn && i == 0 ? $"◆ {row.Cells[i]}" : row.Cells[i]).Append(column.Text).ToList()).ToList();
        var words = texts.ConvertAll(t => t.SelectMany(text => text.Split(' ')).Max(word => TextWidth.Of(word, Ink.TextOwn)) * Pixel + Margins);
        var lines = texts.ConvertAll(t => t.Max(text => TextWidth.Of(text, Ink.TextOwn)) * Pixel + Margins);
        var (least, most) = (words.Sum(), lines.Sum());
        if (least >= Whole || most <= least)
        {
            return [.. words.Select(w => (int)(w * Whole / least))];
        }

        // Between its longest word and its longest line, every column gets the same part of the way.
        var part = Math.Max(0, (Whole - least) / (most - least));
        return [.. words.Zip(lines, (word, line) => (int)(word + (part * (line - word))))];
    }

    private static TableCell Cell(string text, bool isNumber, bool isOwn)
    {
        var run = WordText.Run(text);
        if (isOwn)
        {
            run.PrependChild(new RunProperties(new Bold()));
        }

        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" });
        if (isNumber)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }

        return new(new Paragraph(properties, run));
    }
}
