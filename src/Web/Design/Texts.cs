using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Mestring.Core;

namespace Mestring.Web.Design;

/// <summary>
/// Every text a person reads, and every date and number, in one language. The texts stand in <c>texts.json</c> of each
/// room, the three languages of a text beside each other.
/// </summary>
public sealed class Texts(Language language)
{
    /// <summary>Between thousands: narrow, and a line never breaks there.</summary>
    private const char Narrow = '\u202f';

    private const char NoBreak = '\u00a0';

    private static readonly FrozenDictionary<string, LocalizedText> All = Load();

    private static readonly FrozenDictionary<Language, CultureInfo> Cultures = new Dictionary<Language, CultureInfo>
    {
        [Language.Nb] = CultureInfo.GetCultureInfo("nb-NO"),
        [Language.Nn] = CultureInfo.GetCultureInfo("nn-NO"),
        [Language.En] = CultureInfo.GetCultureInfo("en-GB"),
    }.ToFrozenDictionary();

    /// <summary>Norwegian order for names in every language: æ, ø and å come last.</summary>
    public static StringComparer NameOrder { get; } = StringComparer.Create(Cultures[Language.Nb], ignoreCase: true);

    /// <summary>Whether a name holds what somebody searches for, without regard to case in any alphabet; å is not a.</summary>
    public static bool Holds(string name, string wanted) => Cultures[Language.Nb].CompareInfo.IndexOf(name, wanted, CompareOptions.IgnoreCase) >= 0;

    /// <summary>The keys of all texts.</summary>
    public static IReadOnlyCollection<string> Keys => All.Keys;

    public Language Language => language;

    public CultureInfo Culture => Cultures[language];

    /// <summary>The language tag of the page: nb, nn or en.</summary>
    public string Tag => TagOf(language);

    /// <summary>The text with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string key] => All.TryGetValue(key, out var text) ? text[language] : throw new KeyNotFoundException($"There is no text '{key}'.");

    /// <summary>The text with this key, its {0}, {1} … filled in; dates and numbers are shown as people write them.</summary>
    public string this[string key, params ReadOnlySpan<object?> values]
    {
        get
        {
            var shown = new object?[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                shown[i] = Show(values[i]);
            }

            return string.Format(CultureInfo.InvariantCulture, this[key], shown);
        }
    }

    /// <summary>The text <c>key.one</c> or <c>key.other</c>, with the count as {0}.</summary>
    public string Count(string key, int count, params ReadOnlySpan<object?> more) =>
        this[count == 1 ? $"{key}.one" : $"{key}.other", [count, .. more]];

    public static bool Has(string key) => All.ContainsKey(key);

    /// <summary>The three languages of a text.</summary>
    public static LocalizedText Every(string key) => All[key];

    public static string TagOf(Language language) => language switch { Language.Nn => "nn", Language.En => "en", _ => "nb" };

    public static Language? Parse(string? tag) => tag switch { "nb" or "no" => Language.Nb, "nn" => Language.Nn, "en" => Language.En, _ => null };

    /// <summary>11. februar 2027.</summary>
    public string Date(DateOnly day) => day.ToString(language is Language.En ? "d MMMM yyyy" : "d. MMMM yyyy", Culture);

    /// <summary>11.02.2027, for tight places.</summary>
    public string ShortDate(DateOnly day) => day.ToString(language is Language.En ? "dd/MM/yyyy" : "dd.MM.yyyy", Culture);

    /// <summary>11.–12. februar 2027, or from one month to another.</summary>
    public string Dates(DateOnly first, DateOnly last)
    {
        var dot = language is Language.En ? string.Empty : ".";
        return (first == last, first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, _, _) => Date(first),
            (_, true, true) => $"{first.Day}{dot}–{Date(last)}",
            (_, true, _) => $"{first.Day}{dot} {first.ToString("MMMM", Culture)} – {Date(last)}",
            _ => $"{Date(first)} – {Date(last)}",
        };
    }

    /// <summary>februar 2027.</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>11. februar 2027 kl. 14.03, in Norwegian local time.</summary>
    public string Moment(DateTimeOffset instant)
    {
        var local = Clock.Local(instant);
        var day = Date(DateOnly.FromDateTime(local));
        return language is Language.En ? $"{day} at {local:HH\\:mm}" : $"{day} kl. {local:HH\\.mm}";
    }

    /// <summary>14:03, in Norwegian local time.</summary>
    public string Time(DateTimeOffset instant) => Clock.Local(instant).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>A whole number, thousands apart: 1 110.</summary>
    public string Number(long value) => Grouped(value, 0);

    /// <summary>A number with a fixed count of decimals: −1,8.</summary>
    public string Number(double value, int decimals) => Grouped(value, decimals);

    /// <summary>A number with its sign, also when positive: +2,7.</summary>
    public string WithSign(double value, int decimals) => value > 0 && Math.Round(value, decimals) != 0 ? $"+{Grouped(value, decimals)}" : Grouped(value, decimals);

    /// <summary>A fraction as per cent: 48 %.</summary>
    public string Percent(double fraction, int decimals = 0) => language is Language.En
        ? $"{Grouped(fraction * 100, decimals)}%"
        : $"{Grouped(fraction * 100, decimals)}{NoBreak}%";

    /// <summary>kr 27 200.</summary>
    public string Kroner(long amount) => language is Language.En ? $"NOK{NoBreak}{Number(amount)}" : $"kr{NoBreak}{Number(amount)}";

    /// <summary>An interval: 2,2–3,2, or "−0,3 til 1,2" where a limit is negative.</summary>
    public string Range(double low, double high, int decimals) => low < 0 || high < 0
        ? this["design.range", Grouped(low, decimals), Grouped(high, decimals)]
        : $"{Grouped(low, decimals)}–{Grouped(high, decimals)}";

    /// <summary>Words as a list: a, b og c.</summary>
    public string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => string.Empty,
        1 => words[0],
        _ => this["design.list", string.Join(", ", words.Take(words.Count - 1)), words[^1]],
    };

    private string Show(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        int number => Number(number),
        long number => Number(number),
        DateOnly day => Date(day),
        DateTimeOffset instant => Moment(instant),
        LocalizedText text => text[language],
        _ => throw new ArgumentException($"Say how {value.GetType().Name} is shown: format it before it is put into a text.", nameof(value)),
    };

    /// <summary>Decimal comma, narrow no-break space between thousands and a real minus in Norwegian; point and comma in English.</summary>
    private string Grouped(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var text = Math.Abs(rounded).ToString($"N{decimals}", CultureInfo.InvariantCulture);
        if (language is not Language.En)
        {
            text = text.Replace(',', Narrow).Replace('.', ',');
        }

        return rounded < 0 ? $"−{text}" : text;
    }

    private static FrozenDictionary<string, LocalizedText> Load()
    {
        var all = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("texts.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, Entry>>(stream, JsonSerializerOptions.Strict)!)
            {
                all.Add(key, new LocalizedText(text.nb, text.nn, text.en));
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Entry(string nb, string nn, string en);
}
