using System.Globalization;

namespace Mestring.Formats.Csv;

/// <summary>Numbers as people and machines write them in CSV files.</summary>
public static class CsvNumber
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a finite number with point, or with comma where <paramref name="separator"/> is a semicolon; no thousands separators.</summary>
    public static bool TryParse(string text, char separator, out double value)
    {
        value = 0;
        return Invariant(text, separator) is { } invariant && double.TryParse(invariant, Plain, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>As the other, exactly as written; numbers beyond 28 digits or the range of decimal are not read.</summary>
    public static bool TryParse(string text, char separator, out decimal value)
    {
        value = 0;
        return Invariant(text, separator) is { } invariant && decimal.TryParse(invariant, Plain, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>What to do about a text that is not a number.</summary>
    public static string Cure(string text, char separator)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text switch
        {
            _ when text.Any(c => c is ' ' or '\u00A0' or '\u202F' or '\'') && text.All(c => char.IsDigit(c) || c is ' ' or '\u00A0' or '\u202F' or '\'' or '.' or ',' or '-') =>
                "Write it without thousands separators.",
            _ when text.Contains(',', StringComparison.Ordinal) && separator == ',' && text.All(c => char.IsDigit(c) || c is ',' or '.' or '-') =>
                "Write it with a decimal point and without thousands separators; a decimal comma needs semicolons between columns.",
            _ when text.Count(c => c is ',' or '.') > 1 && text.All(c => char.IsDigit(c) || c is ',' or '.' or '-') => "Write it without thousands separators.",
            _ when text.All(c => !char.IsLetter(c) || c is 'e' or 'E') && double.TryParse(text.Replace(',', '.'), Plain, CultureInfo.InvariantCulture, out _) => "Write a number a computer can hold.",
            _ => "Write digits, such as 2.5, or leave the field empty when the value is missing.",
        };
    }

    private static string? Invariant(string text, char separator)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.StartsWith('−') ? string.Concat("-", text.AsSpan(1)) : text;
        var comma = plain.Contains(',', StringComparison.Ordinal);
        return !comma ? plain
            : separator == ';' && !plain.Contains('.', StringComparison.Ordinal) ? plain.Replace(',', '.')
            : null;
    }
}
