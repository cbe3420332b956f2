using System.Text.RegularExpressions;
using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Imports;

/// <summary>
/// What the heading of a column says that it is. A label of our own is known as it stands, signs and all; other words by their letters. A
/// heading that can be two things is neither, and somebody has to say.
/// </summary>
internal static partial class Headings
{
    private static readonly KnownWords Known = KnownWords.All;
    private static readonly string[] Endings = ["navn", "namn", "adresse", "adressa", "telefon", "telefonnr", "mobilnr", "fødselsnummer", "personnummer"];
    private static readonly List<Texts> Languages = [.. Enum.GetValues<Language>().Select(l => new Texts(l))];
    private static readonly Dictionary<string, string> Exact = Labels();
    private static readonly Dictionary<string, string?> Loose = Names();

    /// <summary>A heading as it is compared: its letters put together, in lower case, blanks as one.</summary>
    public static string Folded(string heading) => Blanks().Replace(TypedText.Line(heading), " ").ToLowerInvariant();

    /// <summary>The target with that name, in any language; null when there is none, or more than one.</summary>
    public static string? Target(string heading)
    {
        if (Exact.TryGetValue(Folded(heading), out var own))
        {
            return own;
        }

        var (name, units) = Split(heading);
        return Column(name) is { } id && Imports.Target.Find(id) is { } target && units.TrueForAll(unit => Fits(target, unit)) ? id : null;
    }

    /// <summary>What the headings of a file are, by place. Beside a column of services, dates and units belong to the decision. No target is named twice.</summary>
    /// <param name="headings">The headings.</param>
    /// <param name="facts">What the columns show; a column of units holds nothing else.</param>
    /// <param name="before">What was said before of a column with that heading; null when nothing, empty when it is not to be read.</param>
    public static Dictionary<int, string> Targets(string[] headings, Dictionary<int, ColumnFacts> facts, Func<string, string?> before)
    {
        var ids = Array.ConvertAll(headings, h => before(h) ?? Target(h) ?? "");
        if (Array.Exists(ids, id => id is "grant1.service"))
        {
            for (var i = 0; i < ids.Length; i++)
            {
                var plain = Words.Plain(headings[i]);
                var of = Known.BesideService.FirstOrDefault(each => each.Value.Contains(plain, StringComparer.Ordinal)).Key;
                if (of is not null && !ids.Contains(of, StringComparer.Ordinal) && (of is not "grant1.unit" || facts.GetValueOrDefault(i) is { IsUnits: true }))
                {
                    ids[i] = of;
                }
            }
        }

        var (proposed, taken) = (new Dictionary<int, string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i].Length > 0 && Imports.Target.Find(ids[i]) is not null && taken.Add(ids[i]))
            {
                proposed[i] = ids[i];
            }
        }

        return proposed;
    }

    /// <summary>What hours below a heading are counted by; null when it does not say.</summary>
    public static GrantUnit? Hours(string heading)
    {
        var words = Parts(heading);
        var plain = Words.Plain(heading);
        return Says("month") ? GrantUnit.Month : Says("week") ? GrantUnit.Week : null;

        bool Says(string unit) => Known.Units[unit].Any(word => words.Contains(word, StringComparer.Ordinal) || (word.Length > 3 && plain.EndsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The instrument that headings of ratings name; null when none does, or both.</summary>
    public static GoalInstrument? Instrument(string[] headings, Mapping mapping)
    {
        var rated = mapping.Columns.Where(c => c.Key < headings.Length && c.Value.Contains("goal", StringComparison.Ordinal)).Select(c => Words.Plain(headings[c.Key])).ToList();
        return (rated.Exists(h => h.Contains("copm", StringComparison.Ordinal)), rated.Exists(h => h.Contains("psfs", StringComparison.Ordinal))) switch
        {
            (true, false) => GoalInstrument.Copm,
            (false, true) => GoalInstrument.Psfs,
            _ => null,
        };
    }

    /// <summary>Whether a column of that name says who somebody is or where to reach them: such columns are not kept.</summary>
    public static bool IsPersonal(string heading)
    {
        var words = Parts(heading);
        return Target(heading) is null && !words.Exists(IsOther) && (words.Exists(Says) || Says(Words.Plain(heading)));

        static bool Says(string word) => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is var name
            && (Known.Personal.Contains(name, StringComparer.Ordinal) || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal)));

        static bool IsOther(string word) => Array.Exists(Known.NotPersonal, other => other.Length > 3 ? word.StartsWith(other, StringComparison.Ordinal) : string.Equals(word, other, StringComparison.Ordinal));
    }

    /// <summary>Whether a target's values are counted in the unit that stands behind a name or a number.</summary>
    public static bool Fits(Target target, string unit)
    {
        var own = target.Field switch
        {
            { Name: "grant.amount" } => "hours",
            { Name: var name } when name.StartsWith("input.", StringComparison.Ordinal) => "minutes",
            { Kind: CaseFieldKind.Number } => "seconds",
            _ => "points",
        };
        return Known.Units[own].Contains(unit, StringComparer.Ordinal) || (own is "hours" && (Known.Units["week"].Contains(unit, StringComparer.Ordinal) || Known.Units["month"].Contains(unit, StringComparer.Ordinal)));
    }

    /// <summary>The unit that a text behind a number or a name is; null when it is none.</summary>
    public static string? Unit(string text) => Words.Plain(text) is var plain && Known.Units.Values.Any(words => words.Contains(plain, StringComparer.Ordinal)) ? plain : null;

    /// <summary>Takes units out of a heading: what stands in brackets, and a last word that is one.</summary>
    private static (string Name, List<string> Units) Split(string heading)
    {
        var units = new List<string>();
        var name = Bracketed().Replace(TypedText.Line(heading), match =>
        {
            if (Unit(match.Groups["in"].Value) is not { } unit)
            {
                return match.Value;
            }

            units.Add(unit);
            return " ";
        }).Trim(' ', ',', '.', ':', '*');
        if (name.LastIndexOfAny([' ', ',', '/']) is > 0 and var at && Column(name) is null && Unit(name[(at + 1)..]) is { } last)
        {
            units.Add(last);
            name = name[..at].Trim(' ', ',', '/');
        }

        return (name, units);
    }

    private static string? Column(string name)
    {
        var plain = Words.Plain(name);
        if (Loose.TryGetValue(plain, out var whole))
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

    private static List<string> Parts(string heading) => [.. Word().Matches(TypedText.Line(heading)).Select(m => m.Value.ToLowerInvariant())];

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

    /// <summary>Every name of our own: what pages and exports call a target, in each language, and what exports for programs do.</summary>
    private static IEnumerable<(string Label, string Id)> Own() =>
        from target in Imports.Target.All
        from label in Languages.SelectMany(target.Labels).Append(target.Id).Append(target.Grant is 1 ? target.Field.Name : target.Id)
        select (label, target.Id);

    private static Dictionary<string, string> Labels()
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, id) in Own())
        {
            labels.TryAdd(Folded(label), id);
        }

        return labels;
    }

    /// <summary>Names by their letters; null for those that are of several targets.</summary>
    private static Dictionary<string, string?> Names()
    {
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, id) in Own().Concat(Known.Columns.SelectMany(c => c.Value.Select(word => (word, c.Key)))))
        {
            var plain = Words.Plain(name);
            if (!names.TryAdd(plain, id) && !string.Equals(names[plain], id, StringComparison.Ordinal))
            {
                names[plain] = null;
            }
        }

        return names;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[(\[](?<in>[^)\]]{1,20})[)\]]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\p{Lu}?[\p{Ll}\d]+|\p{Lu}+|\d+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
