using System.Globalization;
using System.Text;

namespace Mestring.Formats.Excel;

/// <summary>Texts of a workbook: put together from pieces of different type, and with letters XML does not allow written as _x000D_.</summary>
internal static class RichText
{
    private const int EscapeLength = 7;

    /// <summary>The text of the element the part stands on, without the reading aids of Japanese; null when it is longer than <paramref name="longest"/>.</summary>
    internal static string? Read(PartXml part, int longest)
    {
        if (part.IsEmpty)
        {
            return string.Empty;
        }

        var depth = part.Depth;
        string? first = null;
        StringBuilder? more = null;
        var aid = false;
        while (part.Read() && !part.EndsAt(depth))
        {
            if (part.Starts("rPh"))
            {
                aid = !part.IsEmpty;
            }
            else if (part.Ends("rPh"))
            {
                aid = false;
            }
            else if (part.Starts("t") && !aid)
            {
                if (part.Text(longest) is not { } piece || (more?.Length ?? 0) + piece.Length > longest)
                {
                    return null;
                }

                if (first is null)
                {
                    first = piece;
                }
                else
                {
                    (more ??= new StringBuilder(first)).Append(piece);
                }
            }
        }

        return Decode(more?.ToString() ?? first ?? string.Empty);
    }

    /// <summary>Letters written as _xHHHH_ as themselves.</summary>
    /// <remarks>ECMA-376 part 1, 22.9.2.19 (ST_Xstring).</remarks>
    internal static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text.AsSpan(i)))
            {
                decoded.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += EscapeLength - 1;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }

        return decoded.ToString();
    }

    /// <summary>Whether an escape begins there, so that a text that looks like one has to be escaped itself.</summary>
    internal static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength && text[0] == '_' && text[1] == 'x' && text[6] == '_' && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
