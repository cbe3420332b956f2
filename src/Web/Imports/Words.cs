using System.Collections.Concurrent;
using System.Text.Json;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Imports;

/// <summary>What codes and columns are called: our own texts in every language, and the words electronic records use (<c>words.json</c>).</summary>
internal static class Words
{
    private const int Longest = 256;
    private static readonly Shipped Known = Load();

    private static readonly List<Texts> Languages = [.. Enum.GetValues<Core.Language>().Select(l => new Texts(l))];

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Codes = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Columns = ColumnNames();

    /// <summary>Letters and digits alone, in lower case: "Kjønn (kode)" and "kjønn_kode" are the same.</summary>
    public static string Plain(string text)
    {
        Span<char> plain = text.Length <= Longest ? stackalloc char[Longest] : new char[text.Length];
        return plain[..Plain(text, plain)].ToString();
    }

    private static int Plain(string text, Span<char> plain)
    {
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain[length++] = char.ToLowerInvariant(letter);
            }
        }

        return length;
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
        Imports.Target.At => texts[$"cases.point.{code}"],
        Imports.Target.Profession => texts[$"cases.profession.{code}"],
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

    /// <summary>The target with that name, in any language; null when there is none.</summary>
    public static string? Target(string label) => Columns.TryGetValue(Plain(label), out var id) ? id : Column(label);

    /// <summary>What a column of that name most likely is; null when nothing is likely.</summary>
    public static string? Column(string name)
    {
        var plain = Plain(name);
        if (Columns.TryGetValue(plain, out var whole))
        {
            return whole;
        }

        var rest = plain;
        var point = Take(ref rest, Known.Points);
        var number = Number(ref rest, Known.GoalWords);
        var grant = number is null ? Number(ref rest, Known.GrantWords) : null;
        var item = Known.Items.FirstOrDefault(i => i.Value.Contains(rest, StringComparer.Ordinal)).Key;
        var id = (point, number, grant, item) switch
        {
            (_, _, _, null) => null,
            (_, { } goal, _, _) when item is "text" or "domain" or "weight" => $"goal{goal}.{item}",
            ({ } at, { } goal, _, _) => $"{at}.goal{goal}.{item}",
            (null, { } goal, _, _) => $"at.goal{goal}.{item}",
            (_, _, { } decision, _) => $"grant{decision}.{item}",
            ({ } at, _, _, _) => $"{at}.{item}",
            _ => $"at.{item}",
        };
        return id is not null && Imports.Target.Find(id) is not null ? id : null;
    }

    /// <summary>Whether a column of that name holds names, addresses or telephone numbers: such columns are not kept.</summary>
    public static bool IsPersonal(string name) => Plain(name) is var plain && Known.Personal.Contains(plain, StringComparer.Ordinal);

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
            Array.ForEach(others, word => words.TryAdd(word, code));
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

    /// <summary>Takes the words of the longest key out of a name.</summary>
    private static string? Take(ref string rest, Dictionary<string, string[]> groups)
    {
        foreach (var (key, word) in groups.SelectMany(g => g.Value.Select(w => (g.Key, w))).OrderByDescending(w => w.w.Length))
        {
            if (rest.Length > word.Length && (rest.EndsWith(word, StringComparison.Ordinal) || rest.StartsWith(word, StringComparison.Ordinal)))
            {
                rest = rest.EndsWith(word, StringComparison.Ordinal) ? rest[..^word.Length] : rest[word.Length..];
                return key;
            }
        }

        return null;
    }

    /// <summary>Takes a word with a digit behind it out of a name, such as "goal2".</summary>
    private static int? Number(ref string rest, string[] words)
    {
        foreach (var word in words)
        {
            var at = rest.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && at + word.Length < rest.Length && char.IsAsciiDigit(rest[at + word.Length]))
            {
                var number = rest[at + word.Length] - '0';
                rest = rest.Remove(at, word.Length + 1);
                return number;
            }
        }

        return null;
    }

    private static Dictionary<string, string> ColumnNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var target in Imports.Target.All)
        {
            names.TryAdd(Plain(target.Id), target.Id);
            Languages.ForEach(texts => names.TryAdd(Plain(target.Label(texts)), target.Id));

            // As an export names the columns of working time.
            Languages.ForEach(texts => _ = target.IsWork && names.TryAdd(Plain(Imports.Target.Name(texts, target.Field.Name)), target.Id));
        }

        foreach (var (id, words) in Known.Columns)
        {
            foreach (var word in words)
            {
                names.TryAdd(word, id);
            }
        }

        return names;
    }

    private static Shipped Load()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("words.json")!;
        return JsonSerializer.Deserialize<Shipped>(stream, JsonSerializerOptions.Web)!;
    }

    /// <param name="Columns">Names of columns by target.</param>
    /// <param name="Points">Words for a measurement inside a name.</param>
    /// <param name="Items">What is left of a name when measurement, goal and decision are taken out, by item.</param>
    /// <param name="GoalWords">Words before the number of a goal.</param>
    /// <param name="GrantWords">Words before the number of a decision.</param>
    /// <param name="Codes">Words by field and code.</param>
    /// <param name="Reasons">Words by reason for no value.</param>
    /// <param name="YesNo">Words for yes and no.</param>
    /// <param name="Personal">Names of columns that say who somebody is.</param>
    private sealed record Shipped(
        Dictionary<string, string[]> Columns, Dictionary<string, string[]> Points, Dictionary<string, string[]> Items, string[] GoalWords, string[] GrantWords,
        Dictionary<string, Dictionary<string, string[]>> Codes, Dictionary<string, string[]> Reasons, Dictionary<string, string[]> YesNo, string[] Personal);
}
