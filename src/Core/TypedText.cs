using System.Globalization;
using System.Text;

namespace Mestring.Core;

/// <summary>
/// The one door for text that people type, paste or send in files: the same words always become the same characters. Letters are put
/// together (NFC), so that å written in two parts is å; control signs and signs that cannot be seen go, so that two names that look alike
/// are alike; half of a character outside the basic plane becomes U+FFFD, since no database takes it.
/// </summary>
public static class TypedText
{
    private const char Joiner = '\u200d';

    /// <summary>Text of one line: every line end and tab is a blank, and none stands at the ends.</summary>
    public static string Line(string text) => Clean(text, lineEnd: ' ', tab: ' ').Trim();

    /// <summary>Text of several lines: every kind of line end (CR, LF, CRLF, NEL, vertical tab, form feed, U+2028, U+2029) is \n; tabs stay.</summary>
    public static string Lines(string text) => Clean(text, lineEnd: '\n', tab: '\t');

    private static string Clean(string text, char lineEnd, char tab)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r' && i + 1 < text.Length && text[i + 1] is '\n')
            {
                continue;
            }

            if (char.IsSurrogate(c))
            {
                i += Pair(text, i, clean);
            }
            else if (c is '\n' or '\r' or '\u0085' or '\v' or '\f' or '\u2028' or '\u2029')
            {
                clean.Append(lineEnd);
            }
            else if (c is '\t')
            {
                clean.Append(tab);
            }
            else if (CanBeSeen(c) || (c is Joiner && JoinsPictures(clean)))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>Both halves of a character, or the sign for a lost one; how many signs more than one were read.</summary>
    private static int Pair(string text, int at, StringBuilder clean)
    {
        if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]))
        {
            clean.Append('\ufffd');
            return 0;
        }

        if (CharUnicodeInfo.GetUnicodeCategory(text, at) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned))
        {
            clean.Append(text, at, 2);
        }

        return 1;
    }

    private static bool CanBeSeen(char c) =>
        c is (>= ' ' and <= '~') || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned);

    /// <summary>Between pictures the joiner makes one of them (a family, a profession), and is kept.</summary>
    private static bool JoinsPictures(StringBuilder clean) => clean.Length > 0 && (char.IsLowSurrogate(clean[^1]) || clean[^1] is '\ufe0f');
}
