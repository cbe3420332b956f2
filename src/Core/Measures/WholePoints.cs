using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>What every scale of whole points shares: range check, reading and the words of a refusal.</summary>
internal static class WholePoints
{
    /// <summary>Points above the lowest value, so that the default of a value type is the lowest value and never outside the scale.</summary>
    internal static byte Above(int value, int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max);
        return (byte)(value - min);
    }

    /// <summary>Reads whole points with spaces around; a decimal, also 3.0, is not whole points.</summary>
    internal static bool TryParse(string? text, int min, int max, out int value)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign;
        return int.TryParse(text?.Replace('−', '-'), Whole, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;
    }

    internal static FormatException Refused(string text, string what, int min, int max) =>
        new($"'{text}' is not {what}: a whole number from {min} to {max} is wanted.");
}
