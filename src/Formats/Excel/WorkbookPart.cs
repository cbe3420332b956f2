namespace Mestring.Formats.Excel;

/// <summary>What the first part of a workbook says: its sheets, and from which year days are counted.</summary>
/// <param name="Sheets">Sheets with cells and the part each stands in.</param>
/// <param name="From1904">Whether days are counted from 1904.</param>
internal sealed record WorkbookPart(IReadOnlyList<(ExcelSheet Sheet, string Part)> Sheets, bool From1904)
{
    internal static WorkbookPart Read(PartXml part, IReadOnlyList<Relationships.Link> links)
    {
        var sheets = new List<(ExcelSheet, string)>();
        var from1904 = false;
        while (part.Read())
        {
            if (part.Starts("workbookPr"))
            {
                from1904 = part.Attribute("date1904") is "1" or "true";
            }
            else if (part.Starts("sheet") && part.Attribute("name") is { } name
                && part.RelationshipId() is { } id && links.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.Ordinal) && l.Is("worksheet")) is { } link)
            {
                sheets.Add((new ExcelSheet(name, part.Attribute("state") is "hidden" or "veryHidden"), link.Target));
            }
        }

        return sheets.Count > 0 ? new WorkbookPart(sheets, from1904) : throw CentralDirectory.Damaged();
    }
}
