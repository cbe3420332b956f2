using System.Collections.Concurrent;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Imports;

/// <summary>What codes are called: our own texts in every language, and the words electronic records use.</summary>
internal static class Words
{
    private const int Longest = 256;
    private const string SignsOfNumbers = "-\u2212+.,<>/";
    private static readonly KnownWords Known = KnownWords.All;

    private static readonly List<Texts> Languages = [.. Enum.GetValues<Language>().Select(l => new Texts(l))];

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Codes = new(StringComparer.Ordinal);

    /// <summary>
    /// Letters and digits alone, in lower case: "Kjønn (kode)" and "kjønn_kode" are the same. Signs stay where they are all there is, where
    /// they belong to a number, and where they doubt: "-" is not "?", and 1.5 is not 15.
    /// </summary>
    public static string Plain(string text)
    {
        Span<char> plain = text.Length <= Longest ? stackalloc char[Longest] : new char[text.Length];
        return plain[..Plain(text, plain)].ToString();
    }

    private static int Plain(string text, Span<char> plain)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsLetterOrDigit(letter) || letter is '?')
            {
                plain[length++] = char.ToLowerInvariant(letter);
            }
            else if (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && SignsOfNumbers.Contains(letter, StringComparison.Ordinal)
                && (i == 0 || char.IsAsciiDigit(text[i - 1]) || char.IsWhiteSpace(text[i - 1])))
            {
                plain[length++] = letter switch { '\u2212' => '-', ',' => '.', _ => letter };
            }
        }

        if (length > 0)
        {
            return length;
        }

        text.CopyTo(plain);
        return text.Length;
    }

    /// <summary>What a word stands for; null when it is not among them.</summary>
    public static string? In(Dictionary<string, string> words, string text)
    {
        if (text.Length > Longest)
        {
            return words.GetValueOrDefault(Plain(text));
        }

        Span<char> plain = stackalloc char[Longest];
        return words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(plain[..Plain(text, plain)], out var code) ? code : null;
    }

    /// <summary>The text of a code in the reader's language.</summary>
    public static string Of(Texts texts, CaseField field, string code) => field.Path switch
    {
        Target.At => texts[$"cases.point.{code}"],
        Target.Profession => texts[$"cases.profession.{code}"],
        _ => texts.Code(field, code),
    };

    /// <summary>The code that a word stands for, or null.</summary>
    public static string? Code(CaseField field, string word) => In(Codes.GetOrAdd(field.Name, static (_, f) => CodesOf(f), field), word);

    /// <summary>Why there is no value, where a field takes a reason instead.</summary>
    public static string? Reason(CaseField field, string word) => !field.TakesReason || (word.Length > 0 && char.IsAsciiDigit(word[0])) ? null
        : NotDone.Codes.Contains(word, StringComparer.Ordinal) ? word
        : In(Codes.GetOrAdd("!", static _ => Reasons()), word);

    /// <summary>"yes" or "no", or null.</summary>
    public static string? YesNo(CaseField field, string word) => In(Codes.GetOrAdd(field.Name, static (_, f) => Answers(f), field), word);

    /// <summary>Whether a coded number is known by others' key alone, which a column follows wholly or not at all: 1 and 2, or 0 and 1.</summary>
    public static bool IsForeignKey(CaseField field, string word) =>
        word.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && !field.Codes.Contains(word, StringComparer.Ordinal);

    /// <summary>Every word for every code of a field; our own words stand before those of others.</summary>
    private static Dictionary<string, string> CodesOf(CaseField field)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in field.Codes)
        {
            words.TryAdd(Plain(code), code);
            Languages.ForEach(texts => words.TryAdd(Plain(Of(texts, field, code)), code));
        }

        foreach (var (code, others) in Known.Codes.GetValueOrDefault(field.Name.StartsWith("setting", StringComparison.Ordinal) ? "setting" : field.Name) ?? [])
        {
            Array.ForEach(others, word => words.TryAdd(Plain(word), code));
        }

        return words;
    }

    private static Dictionary<string, string> Reasons()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (reason, others) in Known.Reasons)
        {
            Languages.ForEach(texts => words.TryAdd(Plain(texts[$"cases.reason-not.{reason[1..]}"]), reason));
            Array.ForEach(others, word => words.TryAdd(word, reason));
        }

        return words;
    }

    private static Dictionary<string, string> Answers(CaseField field)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var answer in new[] { "yes", "no" })
        {
            Languages.ForEach(texts => words.TryAdd(Plain(texts[$"design.value.{answer}"]), answer));
            Array.ForEach([.. Known.YesNo[answer], .. Known.Codes.GetValueOrDefault(field.Name)?.GetValueOrDefault(answer) ?? []], word => words.TryAdd(word, answer));
        }

        return words;
    }
}
