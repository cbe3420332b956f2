using System.Buffers;
using System.Globalization;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Texts as a workbook writes them: XML, and letters XML does not allow as _x000D_.</summary>
internal static class ExcelText
{
    private static readonly SearchValues<char> _special = SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c is not '\t' and not '\n').Select(c => (char)c), '<', '>', '&', '_', '\uFFFE', '\uFFFF', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    internal static void Write(TextWriter writer, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(_special) is var at and >= 0)
        {
            writer.Write(text[..at]);
            text = text[at..];
            var length = 1;
            switch (text[0])
            {
                case '<':
                    writer.Write("&lt;");
                    break;
                case '>':
                    writer.Write("&gt;");
                    break;
                case '&':
                    writer.Write("&amp;");
                    break;
                case '_':
                    writer.Write(RichText.IsEscape(text) ? "_x005F_" : "_");
                    break;
                case var half when char.IsHighSurrogate(half) && text.Length > 1 && char.IsLowSurrogate(text[1]):
                    length = 2;
                    writer.Write(text[..2]);
                    break;
                case var half when char.IsSurrogate(half):
                    writer.Write('\uFFFD');
                    break;
                default:
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"_x{(int)text[0]:X4}_"));
                    break;
            }

            text = text[length..];
        }

        writer.Write(text);
    }

    /// <summary>The letters of a column, counted from 0.</summary>
    internal static void WriteLetters(TextWriter writer, int column)
    {
        if (column < 26)
        {
            writer.Write((char)('A' + column));
        }
        else
        {
            writer.Write(TableColumn.Letter(column));
        }
    }
}
