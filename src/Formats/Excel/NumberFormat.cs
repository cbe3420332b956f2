using System.Globalization;
using System.Text;

namespace Mestring.Formats.Excel;

/// <summary>One format of numbers.</summary>
/// <param name="As">What it makes of a number.</param>
/// <param name="Padding">What it puts before a whole number, then a zero for each digit it shows at least, such as <c>P-0000</c>; null when it shows numbers bare.</param>
internal readonly record struct NumberFormat(ShownAs As, string? Padding)
{
    private const string General = "General";

    /// <summary>Reads a format code; only its first section, for numbers above zero, counts.</summary>
    internal static NumberFormat Of(string code)
    {
        var (letters, literal, zeros, isBare) = (new HashSet<char>(), new StringBuilder(), 0, true);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    var quote = code.IndexOf('"', i + 1) is var at and > 0 ? at : code.Length;
                    isBare &= zeros == 0;
                    literal.Append(code.AsSpan(i + 1, Math.Min(quote, code.Length) - i - 1));
                    i = quote;
                    break;
                case '[':
                    var end = code.IndexOf(']', i);
                    if (end < 0 || code.AsSpan(i + 1, end - i - 1).Trim("hmsHMS").IsEmpty)
                    {
                        return new NumberFormat(end < 0 ? ShownAs.Number : ShownAs.Elapsed, null);
                    }

                    i = end;
                    break;
                case '\\' when i + 1 < code.Length:
                    isBare &= zeros == 0;
                    literal.Append(code[++i]);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith(General, StringComparison.OrdinalIgnoreCase):
                    i += General.Length - 1;
                    isBare = false;
                    break;
                case '0':
                    zeros++;
                    break;
                case '-' when zeros == 0:
                    literal.Append('-');
                    break;
                case var sign:
                    letters.Add(char.ToLowerInvariant(sign));
                    isBare = false;
                    break;
            }
        }

        return new NumberFormat(Kind(letters), isBare && (zeros > 1 || (zeros == 1 && literal.ToString().Any(char.IsLetter))) ? $"{literal}{new string('0', zeros)}" : null);
    }

    /// <summary>A whole number as it is shown, where the format puts something before its digits; null otherwise.</summary>
    internal string? Shown(double value) => Padding is { } padding && value >= 0 && value == Math.Truncate(value) && value < 1e15
        && value.ToString("0", CultureInfo.InvariantCulture) is var digits
        && padding.LastIndexOfAnyExcept('0') + 1 is var start
            ? string.Concat(padding.AsSpan(0, start), digits.PadLeft(padding.Length - start, '0'))
            : null;

    private static ShownAs Kind(HashSet<char> letters) =>
        letters.Contains('d') || letters.Contains('y') ? ShownAs.Day
        : letters.Contains('h') ? ShownAs.Clock
        : letters.Contains('s') ? ShownAs.Elapsed
        : letters.Contains('m') ? ShownAs.Day
        : letters.Contains('%') ? ShownAs.Percent
        : ShownAs.Number;
}
