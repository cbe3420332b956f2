using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mestring.Core.Charts;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Mestring.Formats.Word;

/// <summary>Native tables: caption above, header row repeated on every page, figures to the right.</summary>
internal static class WordTable
{
    public static IEnumerable<OpenXmlElement> Elements(string caption, IReadOnlyList<TableColumn> columns, IReadOnlyList<Core.Charts.TableRow> rows)
    {
        yield return WordText.Paragraph("Caption", caption);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "FigureTable" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { FirstRow = true, FirstColumn = true, NoHorizontalBand = true, NoVerticalBand = true, Val = "06A0" },
                new TableCaption { Val = WordText.Clean(caption) }),
            new TableGrid(columns.Select(_ => new GridColumn { Width = (9638 / columns.Count).ToString(System.Globalization.CultureInfo.InvariantCulture) })),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select(c => Cell(c.Text, c.IsNumber, isOwn: false))]));
        foreach (var row in rows)
        {
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. row.Cells.Select((text, i) => Cell(row.IsOwn && i == 0 ? $"◆ {text}" : text, columns[i].IsNumber, row.IsOwn))]));
        }

        yield return table;
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
