using System.Globalization;

namespace Mestring.Core;

/// <summary>
/// A number as a person or a program wrote it, in a form, a file or on the command line. Comma and point both part decimals;
/// groups of exactly three digits, parted by spaces, points or commas, are thousands. Nothing else passes: no tab, no line end,
/// no exponent, no unit. One point before exactly three digits can be either, and then both readings are told.
/// </summary>
public readonly record struct WrittenNumber
{
    private const int Longest = 40;
    private const int MostDigits = 28;
    private const int MostRuns = 12;
    private const int OfGroup = 3;

    private WrittenNumber(decimal value, decimal? thousands) => (Value, Thousands) = (value, thousands);

    private enum Sign
    {
        None,
        Space,
        Point,
        Comma,
    }

    /// <summary>The number, where a single sign parts its decimals.</summary>
    public decimal Value { get; }

    /// <summary>The other reading of such as <c>1.200</c>, whose point may part thousands; null where there is none.</summary>
    public decimal? Thousands { get; }

    /// <summary>The number for a field that has no decimals: there a point before three digits parts thousands. Null when it has decimals all the same.</summary>
    public decimal? Whole => Thousands ?? (Value == decimal.Truncate(Value) ? Value : null);

    /// <summary>The only reading between two limits; <see cref="Value"/> where none is; null where both are and nobody can tell.</summary>
    public decimal? Between(decimal lowest, decimal highest) => (Thousands >= lowest && Thousands <= highest, Value >= lowest && Value <= highest) switch
    {
        (true, true) => null,
        (true, false) => Thousands,
        _ => Value,
    };

    /// <summary>Rounds half up, as people do, and never to the even neighbour: 6.205 is 6.21.</summary>
    public static decimal HalfUp(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Reads a text; false when it is no number.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out WrittenNumber number)
    {
        number = default;
        text = text.Trim();
        if (text.IsEmpty || text.Length > Longest)
        {
            return false;
        }

        var isNegative = text[0] is '-' or '\u2212';
        text = isNegative || text[0] is '+' ? text[1..] : text;
        Span<char> digits = stackalloc char[Longest];
        Span<int> runs = stackalloc int[MostRuns];
        Span<Sign> signs = stackalloc Sign[MostRuns];
        var (count, parted) = (0, 0);
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits[count++] = letter;
                runs[parted]++;
            }
            else if (Parting(letter) is var sign and not Sign.None && parted + 1 < MostRuns)
            {
                signs[parted++] = sign;
            }
            else
            {
                return false;
            }
        }

        return count is > 0 and <= MostDigits && Make(digits[..count], runs[..(parted + 1)], signs[..parted], isNegative) is { } made && (number = made) == made;
    }

    private static WrittenNumber? Make(ReadOnlySpan<char> digits, ReadOnlySpan<int> runs, ReadOnlySpan<Sign> signs, bool isNegative)
    {
        var decimals = Decimals(runs, signs);
        if (decimals < 0 || !AreGroups(digits[0], decimals > 0 ? runs[..^1] : runs))
        {
            return null;
        }

        var whole = decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * (isNegative ? -1 : 1);
        return new WrittenNumber(
            decimals == 0 ? whole : whole * new decimal(1, 0, 0, isNegative: false, (byte)decimals),
            signs is [Sign.Point] && digits[0] is not '0' && runs is [>= 1 and <= OfGroup, OfGroup] ? whole : null);
    }

    /// <summary>How many digits are decimals; −1 when the signs do not go together.</summary>
    private static int Decimals(ReadOnlySpan<int> runs, ReadOnlySpan<Sign> signs)
    {
        if (signs.IsEmpty)
        {
            return 0;
        }

        var before = signs[..^1];
        var last = signs[^1];
        return (before.IsEmpty, last) switch
        {
            (true, Sign.Space) => 0,
            (true, _) => runs[^1] > 0 ? runs[^1] : -1,
            _ when before.ContainsAnyExcept(before[0]) => -1,
            _ when before[0] == last => 0,
            _ => last is Sign.Space || runs[^1] == 0 ? -1 : runs[^1],
        };
    }

    /// <summary>Whether runs of digits are one number: a single run, or one to three digits and then threes.</summary>
    private static bool AreGroups(char first, ReadOnlySpan<int> runs) =>
        runs.Length == 1 || (first is not '0' && runs[0] is >= 1 and <= OfGroup && !runs[1..].ContainsAnyExcept(OfGroup));

    private static Sign Parting(char letter) => letter switch
    {
        ' ' or '\u00A0' or '\u2007' or '\u2009' or '\u202F' => Sign.Space,
        '.' => Sign.Point,
        ',' => Sign.Comma,
        _ => Sign.None,
    };
}
