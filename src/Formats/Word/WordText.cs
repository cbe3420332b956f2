using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mestring.Formats.Word;

/// <summary>Paragraphs of plain text.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string? style, string text, bool keepNext = false)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        if (keepNext)
        {
            properties.Append(new KeepNext());
        }

        return new(properties, Run(text));
    }

    /// <summary>A run in which a line break stays a line break.</summary>
    public static Run Run(string text)
    {
        var run = new Run();
        var lines = Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>The text without the characters that XML cannot hold, which some people's keyboards and clipboards produce.</summary>
    public static string Clean(string text) => string.Concat(Elements(text).Where(letter => letter.Length > 1 || XmlConvert.IsXmlChar(letter[0])));

    private static IEnumerable<string> Elements(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                yield return text.Substring(i++, 2);
            }
            else
            {
                yield return text[i].ToString(CultureInfo.InvariantCulture);
            }
        }
    }
}
