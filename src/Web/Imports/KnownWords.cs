using System.Text.Json;

namespace Mestring.Web.Imports;

/// <summary>The words electronic records use (<c>words.json</c>).</summary>
/// <param name="Columns">Names of columns by target.</param>
/// <param name="BesideService">Names of columns that belong to the decision where a column names its service.</param>
/// <param name="Points">Words for a measurement inside a name.</param>
/// <param name="Items">What is left of a name when measurement, goal and decision are taken out, by item.</param>
/// <param name="GoalWords">Words before the number of a goal.</param>
/// <param name="GrantWords">Words before the number of a decision.</param>
/// <param name="Units">What values are counted in, as it stands behind a name or a number, by unit.</param>
/// <param name="Codes">Words by field and code.</param>
/// <param name="Reasons">Words by reason for no value.</param>
/// <param name="YesNo">Words for yes and no.</param>
/// <param name="Personal">Parts of the names of columns that say who somebody is or where to reach them.</param>
/// <param name="NotPersonal">Parts of names that make such a column another thing: the name of a service is nobody's.</param>
internal sealed record KnownWords(
    Dictionary<string, string[]> Columns, Dictionary<string, string[]> BesideService, Dictionary<string, string[]> Points, Dictionary<string, string[]> Items, string[] GoalWords, string[] GrantWords,
    Dictionary<string, string[]> Units, Dictionary<string, Dictionary<string, string[]>> Codes, Dictionary<string, string[]> Reasons, Dictionary<string, string[]> YesNo, string[] Personal, string[] NotPersonal)
{
    public static KnownWords All { get; } = Load();

    private static KnownWords Load()
    {
        using var stream = typeof(KnownWords).Assembly.GetManifestResourceStream("words.json")!;
        return JsonSerializer.Deserialize<KnownWords>(stream, JsonSerializerOptions.Web)!;
    }
}
