using System.Globalization;
using System.Text;

namespace Mestring.Web.Access;

/// <summary>
/// Passwords that guessers try first, found by rule and a short list of words and not by millions of leaked ones: one word (or what the account itself
/// says) dressed up with digits and signs, one part again and again, rows of the keyboard and the alphabet, or hardly any different signs.
/// </summary>
internal static class CommonPasswords
{
    private const int FewestKinds = 5;
    private const int FewestOwnLetters = 5;
    private const int ShortestPart = 3;
    private const int RowLength = 4;

    /// <summary>Norwegian and English words that stand in most guessed passwords, months, seasons, and what this is about.</summary>
    private static readonly string[] Words =
    [
        "passord", "password", "passordet", "hemmelig", "velkommen", "welcome", "innlogging", "login", "logginn", "bruker", "user", "admin", "administrator", "test", "testing", "demo",
        "letmein", "iloveyou", "jegelskerdeg", "master", "monkey", "dragon", "sunshine", "princess", "football", "fotball", "baseball", "superman", "batman", "shadow", "trustno", "starwars",
        "mestring", "kommune", "kommunen", "helse", "omsorg", "hverdagsrehabilitering", "rehabilitering", "hjemmetjenesten", "nettverk", "laeringsnettverk", "norge", "noreg", "norway", "oslo", "bergen",
        "sommer", "sommar", "vinter", "host", "haust", "summer", "winter", "spring", "autumn", "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lordag", "sondag", "jesus", "elsker", "skole", "changeme", "default", "guest", "secret", "qwerty", "abc",
    ];

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    /// <param name="password">As typed.</param>
    /// <param name="own">What an account says about itself, such as the name and the address.</param>
    public static bool Has(string password, params ReadOnlySpan<string> own)
    {
        var plain = Plain(password);
        if (plain.Distinct().Count() < FewestKinds || IsRepeated(plain))
        {
            return true;
        }

        var letters = Spoken(plain);
        List<string> words = [.. Words];
        foreach (var text in own)
        {
            words.AddRange(text.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Select(part => Spoken(Plain(part))).Where(part => part.Length >= ShortestPart));
        }

        foreach (var word in words.OrderByDescending(w => w.Length))
        {
            letters = letters.Replace(word, " ", StringComparison.Ordinal);
        }

        // A digit is worth half a letter: a year behind a word makes no other word of it, ten of no order are a secret.
        var rest = WithoutRows(letters);
        return rest.Count(char.IsLetter) + (rest.Count(char.IsDigit) / 2) < FewestOwnLetters;
    }

    /// <summary>Small letters without accents, and every other sign as it is.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var sign in Form(text).ToLowerInvariant().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark and not UnicodeCategory.SpaceSeparator))
        {
            plain.Append(sign switch { 'æ' => "ae", 'ø' => "o", 'å' => "a", _ => sign.ToString() });
        }

        return plain.ToString();
    }

    private static string Form(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Digits and signs that are written for letters, as letters; the rest of them are no letters.</summary>
    private static string Spoken(string plain) => string.Concat(plain.Select((c, i) => c switch
    {
        _ when char.IsLetter(c) => c,
        _ when i == 0 || !plain[..i].Any(char.IsLetter) || !plain[i..].Any(char.IsLetter) => c is '@' ? 'a' : c,
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    }));

    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(part => Enumerable.Range(part, text.Length - part).All(i => text[i] == text[i % part]));

    private static string WithoutRows(string text)
    {
        var left = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var length = Enumerable.Range(RowLength, Math.Max(0, text.Length - i - RowLength + 1)).Reverse().FirstOrDefault(n => IsRow(text.AsSpan(i, n)));
            if (length == 0)
            {
                left.Append(text[i]);
            }

            i += Math.Max(1, length);
        }

        return left.ToString();
    }

    private static bool IsRow(ReadOnlySpan<char> part)
    {
        Span<char> turned = stackalloc char[part.Length];
        part.CopyTo(turned);
        turned.Reverse();
        foreach (var row in Rows)
        {
            if (row.AsSpan().Contains(part, StringComparison.Ordinal) || row.AsSpan().Contains(turned, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
