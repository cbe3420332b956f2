using System.Text.RegularExpressions;

namespace Mestring.Core.Measures;

/// <summary>The code a municipality knows a person by here. Never a name and never a number that others know the person by.</summary>
public static partial class Pseudonym
{
    /// <summary>Whether a text can be one: capital letters, digits and hyphens, at least one digit and never eight in a row, as in a date of birth.</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    [GeneratedRegex("^(?=.*[0-9])(?!.*[0-9]{8})[A-ZÆØÅ0-9][A-ZÆØÅ0-9-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
