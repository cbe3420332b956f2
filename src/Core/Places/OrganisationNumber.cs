using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mestring.Core.Places;

/// <summary>A Norwegian organisation number: nine digits, the last one a check digit. Spaces between them are accepted.</summary>
/// <remarks>Brønnøysund Register Centre: modulus 11 with weights 3, 2, 7, 6, 5, 4, 3, 2; a remainder that would give 10 is never issued.</remarks>
public readonly record struct OrganisationNumber : IParsable<OrganisationNumber>
{
    private readonly int _number;

    private OrganisationNumber(int number) => _number = number;

    private static ReadOnlySpan<byte> Weights => [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>Parses nine digits, spaces allowed.</summary>
    /// <exception cref="FormatException"><paramref name="s"/> is not nine digits, or the check digit does not fit.</exception>
    public static OrganisationNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"'{s}' is not an organisation number: nine digits, the last one a check digit.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OrganisationNumber result)
    {
        Span<char> digits = stackalloc char[9];
        var count = 0;
        foreach (var sign in (s ?? string.Empty).AsSpan())
        {
            if (sign is ' ' or '\u00A0' or '\u202F')
            {
                continue;
            }

            if (!char.IsAsciiDigit(sign) || count is 9)
            {
                result = default;
                return false;
            }

            digits[count++] = sign;
        }

        var valid = count is 9 && digits[0] is not '0' && CheckDigitFits(digits);
        result = valid ? new OrganisationNumber(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return valid;
    }

    /// <summary>Nine digits without spaces, as they are stored and sent.</summary>
    public override string ToString() => _number.ToString("000000000", CultureInfo.InvariantCulture);

    private static bool CheckDigitFits(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (digits[i] - '0');
        }

        return (11 - (sum % 11)) % 11 == digits[8] - '0';
    }
}
