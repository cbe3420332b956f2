using System.Text;
using System.Text.RegularExpressions;

namespace Mestring.Core.Disclosure;

/// <summary>
/// Finds Norwegian national identity numbers (fødselsnummer, D-number and the synthetic numbers made for testing) in
/// text, so that they can be refused: eleven digits whose date and check digits are right, however they are dressed
/// (<see cref="DigitWindow"/>). A number inside the id of a record (a GUID) is none. One pass: the time grows as the text does.
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

    private const int LongestId = 36;

    private static readonly int[] FirstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] SecondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Whether the text holds at least one such number.</summary>
    public static bool IsIn(string text) => Next(text, 0) is not null;

    /// <summary>The text with every such number replaced by eleven dots.</summary>
    public static string Masked(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder();
        var from = 0;
        for (var found = Next(text, 0); found is { } place; found = Next(text, from))
        {
            masked.Append(text, from, place.Start.Value - from).Append(Mask);
            from = place.End.Value;
        }

        return from == 0 ? text : masked.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The first number at or after a place. What looks like one and is none may overlap the next, so every eleven digits in line are tried.</summary>
    private static Range? Next(string text, int from)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length - from < DigitWindow.Digits)
        {
            return null;
        }

        var window = new DigitWindow(text, from);
        Span<int> digits = stackalloc int[DigitWindow.Digits];
        while (window.MoveNext())
        {
            window.CopyTo(digits);
            if (IsValid(digits) && window.Place() is { } place && !IsInId(text, place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Ids of records are drawn by chance and stand in addresses and hidden fields; some hold eleven digits that would pass.</summary>
    private static bool IsInId(string text, Range place)
    {
        if (place.End.Value - place.Start.Value > LongestId)
        {
            return false;
        }

        // One sign more at each side, since an id does not stand inside a longer word.
        var from = Math.Max(0, place.End.Value - LongestId - 1);
        var to = Math.Min(text.Length, place.Start.Value + LongestId + 1);
        foreach (var id in Ids().EnumerateMatches(text.AsSpan(from, to - from)))
        {
            if (from + id.Index <= place.Start.Value && place.End.Value <= from + id.Index + id.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsValid(ReadOnlySpan<int> digits)
    {
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

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();
}
