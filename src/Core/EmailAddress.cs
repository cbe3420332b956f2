using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mestring.Core;

/// <summary>
/// One address that mail can be sent to, in plain form: no display name, no second address, no quotes, comments or address literals.
/// </summary>
/// <remarks>
/// What is typed is cleaned of blanks around it and of signs nobody sees, and written in compatibility form (NFKC), as some keyboards write @ in
/// full width. The part before @ is ASCII (RFC 5321 atoms with single points, at most 64 signs): a server that takes other letters there is rare,
/// and a mail that cannot be delivered helps nobody. The domain may be written in any letters; it is kept as DNS knows it (IDNA, xn--), with at least
/// two labels of which the last is no number and none that the standard keeps from ever being reached (RFC 2606: localhost, invalid). All is lower case.
/// </remarks>
public readonly partial record struct EmailAddress : IParsable<EmailAddress>
{
    /// <summary>The most signs an address may have (RFC 5321).</summary>
    public const int Longest = 254;

    private const int LongestLocal = 64;

    private static readonly IdnMapping Names = new() { UseStd3AsciiRules = true };

    private readonly string? _text;

    private EmailAddress(string text) => _text = text;

    /// <summary>The address as mail servers write it; empty for the default value.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>Reads an address, or says what is wrong with it.</summary>
    /// <param name="typed">What somebody wrote.</param>
    /// <param name="address">The address; the default value when there is a fault.</param>
    /// <returns>What is wrong; null when it is an address.</returns>
    public static EmailFault? Read(string? typed, out EmailAddress address)
    {
        address = default;
        if (Clean(typed) is not { } text)
        {
            return EmailFault.Sign;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (text.IndexOfAny(['<', '>', '"', '(', ')']) >= 0)
        {
            return EmailFault.Name;
        }

        if (text.IndexOfAny([',', ';']) >= 0 || text.IndexOf('@', at + 1) >= 0)
        {
            return EmailFault.Several;
        }

        if (at <= 0 || at == text.Length - 1)
        {
            return EmailFault.Form;
        }

        if (text.Length > Longest || at > LongestLocal)
        {
            return EmailFault.Length;
        }

        if (!Local().IsMatch(text[..at]))
        {
            return EmailFault.Sign;
        }

        if (Domain(text[(at + 1)..]) is not { } domain || at + 1 + domain.Length > Longest)
        {
            return EmailFault.Domain;
        }

        address = new EmailAddress($"{text[..at]}@{domain}".ToLowerInvariant());
        return null;
    }

    /// <inheritdoc/>
    public static EmailAddress Parse(string s, IFormatProvider? provider) =>
        Read(s, out var address) is { } fault ? throw new FormatException($"'{s}' is not one plain e-mail address ({fault}).") : address;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EmailAddress result) => Read(s, out result) is null;

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>What people see of it: without blanks around it and signs that only a machine sees; null where it is no text at all (half a sign).</summary>
    private static string? Clean(string? typed)
    {
        if (typed is null || typed.Length > Longest * 4)
        {
            return typed is null ? string.Empty : null;
        }

        try
        {
            var seen = string.Concat(typed.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Format or UnicodeCategory.Control)));
            return seen.Trim();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Domain(string typed)
    {
        try
        {
            var domain = Names.GetAscii(typed.ToLowerInvariant());
            var labels = domain.Split('.');
            return labels.Length < 2 || labels[^1] is "localhost" or "invalid" || labels[^1].All(char.IsAsciiDigit) || labels.Any(l => l.Length == 0) ? null : domain;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Local();
}
