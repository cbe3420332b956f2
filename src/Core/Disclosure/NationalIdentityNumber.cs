using System.Text.RegularExpressions;

namespace Mestring.Core.Disclosure;

/// <summary>
/// Finds Norwegian national identity numbers (fødselsnummer, D-number and the synthetic numbers made for testing) in
/// text, so that they can be refused: eleven digits, also when blanks, points, hyphens or slashes part the date and the
/// number, whose date and check digits are right.
/// </summary>
/// <remarks>
/// Check digits: Skatteetaten, fødselsnummer, weights 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2, modulo 11. From 2032 the
/// first check digit may also leave the remainder 1, 2 or 3 (Skatteetaten, "Nytt fødselsnummer fra 2032"). A D-number adds 4 to the first digit; synthetic numbers add
/// 40, 65 or 80 to the month.
/// </remarks>
public static partial class NationalIdentityNumber
{
    /// <summary>What stands where a number was.</summary>
    public const string Mask = "•••••••••••";

    private static readonly int[] FirstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] SecondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether the text holds at least one such number.</summary>
    public static bool IsIn(string text) => Candidates().EnumerateMatches(text) is var matches && Any(matches, text);

    /// <summary>The text with every such number replaced by eleven dots.</summary>
    public static string Masked(string text) =>
        Candidates().Replace(text, match => IsValid(match.ValueSpan) ? Mask : match.Value);

    private static bool Any(Regex.ValueMatchEnumerator matches, string text)
    {
        foreach (var match in matches)
        {
            if (IsValid(text.AsSpan(match.Index, match.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsValid(ReadOnlySpan<char> candidate)
    {
        Span<int> digits = stackalloc int[11];
        var count = 0;
        foreach (var c in candidate)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[count++] = c - '0';
            }
        }

        var day = (digits[0] * 10) + digits[1];
        var month = (digits[2] * 10) + digits[3];
        return day is (>= 1 and <= 31) or (>= 41 and <= 71)
            && month is (>= 1 and <= 12) or (>= 41 and <= 52) or (>= 66 and <= 77) or (>= 81 and <= 92)
            && Remainder(digits, FirstWeights) is >= 0 and <= 3
            && Remainder(digits, SecondWeights) is 0;
    }

    private static int Remainder(ReadOnlySpan<int> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * digits[i];
        }

        return sum % 11;
    }

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{2}[ \t.\-/\u00a0\u202f\u2013]{0,2}){3}[0-9]{3}[ \u00a0\u202f]?[0-9]{2}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Candidates();
}
