namespace Mestring.Core.Measures;

/// <summary>The code a municipality knows a person by here. Never a name and never a number that others know the person by.</summary>
public static class Pseudonym
{
    private const int DigitsOfDate = 8;

    /// <summary>Whether a text can be one: capital letters, digits and hyphens, at least one digit and never eight in a row, as in a date of birth.</summary>
    public static bool IsCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (digits, row, longest) = (0, 0, 0);
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterUpper(letter) && !char.IsAsciiDigit(letter) && letter is not ('Æ' or 'Ø' or 'Å' or '-'))
            {
                return false;
            }

            row = char.IsAsciiDigit(letter) ? row + 1 : 0;
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
            longest = Math.Max(longest, row);
        }

        return digits > 0 && longest < DigitsOfDate && text[0] != '-';
    }
}
