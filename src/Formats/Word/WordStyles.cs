using DocumentFormat.OpenXml.Wordprocessing;

namespace Mestring.Formats.Word;

/// <summary>The styles of the document. People change its look by changing these, never paragraph by paragraph.</summary>
internal static class WordStyles
{
    private const string Font = "Calibri";

    public static Styles All(string language)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font },
                    new FontSize { Val = "22" },
                    new Languages { Val = language, EastAsia = language, Bidi = "ar-SA" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(
            Style("Normal", "Normal", isDefault: true),
            Style("Title", "Title", size: 44, bold: true, keepNext: true, after: 160),
            Style("Subtitle", "Subtitle", size: 26, after: 200),
            Style("Heading1", "heading 1", size: 32, bold: true, outline: 0, before: 360, after: 120, keepNext: true),
            Style("Heading2", "heading 2", size: 26, bold: true, outline: 1, before: 280, after: 80, keepNext: true),
            Style("Heading3", "heading 3", size: 23, bold: true, outline: 2, before: 200, after: 60, keepNext: true),
            Style("Caption", "caption", bold: true, before: 200, after: 40, keepNext: true),
            Style("ListBullet", "List Bullet", after: 60, bullets: true),
            Style("Note", "Note", edge: true),
            Style("Source", "Source", size: 18, color: "595959", before: 60),
            Style("TableText", "Table Text", size: 19, before: 40, after: 40),
            Style("ChartText", "Chart Text", size: 18, after: 0, exact: true),
            Style("Footer", "footer", size: 18, color: "595959", right: true),
            FigureTable());
        return styles;
    }

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "283" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Style Style(
        string id, string name, bool isDefault = false, int? size = null, bool bold = false, string? color = null, int? outline = null,
        int? before = null, int? after = null, bool keepNext = false, bool bullets = false, bool edge = false, bool exact = false, bool right = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (!isDefault)
        {
            style.Append(new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = id is "ListBullet" ? id : "Normal" });
        }

        style.Append(new PrimaryStyle());
        style.Append(Paragraphs(outline, before, after, keepNext, bullets, edge, exact, right));
        style.Append(Letters(size, bold, color));
        return style;
    }

    private static StyleParagraphProperties Paragraphs(int? outline, int? before, int? after, bool keepNext, bool bullets, bool edge, bool exact, bool right)
    {
        var properties = new StyleParagraphProperties();
        if (keepNext)
        {
            properties.Append(new KeepNext(), new KeepLines());
        }

        if (bullets)
        {
            properties.Append(new NumberingProperties(new NumberingId { Val = 1 }));
        }

        if (edge)
        {
            properties.Append(new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = "7F7F7F" }));
        }

        if (exact)
        {
            properties.Append(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto });
        }
        else if (before is not null || after is not null)
        {
            properties.Append(new SpacingBetweenLines { Before = Twips(before ?? 0), After = Twips(after ?? 120) });
        }

        if (edge)
        {
            properties.Append(new Indentation { Left = "227" });
        }

        if (right)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }

        if (outline is { } level)
        {
            properties.Append(new OutlineLevel { Val = level });
        }

        return properties;
    }

    private static StyleRunProperties Letters(int? size, bool bold, string? color)
    {
        var properties = new StyleRunProperties();
        if (bold)
        {
            properties.Append(new Bold());
        }

        if (color is not null)
        {
            properties.Append(new Color { Val = color });
        }

        if (size is { } half)
        {
            properties.Append(new FontSize { Val = Twips(half) });
        }

        return properties;
    }

    private static Style FigureTable() => new(
        new StyleName { Val = "Figure Table" },
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Color = "595959" },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Color = "595959" },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "BFBFBF" }),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(new RunPropertiesBaseStyle(new Bold())) { Type = TableStyleOverrideValues.FirstRow })
    { Type = StyleValues.Table, StyleId = "FigureTable", CustomStyle = true };

    private static string Twips(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
