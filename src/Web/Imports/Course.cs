using System.Globalization;

namespace Mestring.Web.Imports;

/// <summary>What the rows of one course say: a value a field, and where each stands.</summary>
internal sealed class Course(string pseudonym, string startedOn)
{
    private readonly Dictionary<string, Said> _values = new(StringComparer.Ordinal);

    public string Pseudonym => pseudonym;

    public string StartedOn => startedOn;

    /// <summary>Rows that speak of the course, those that are refused too.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>Values by field path.</summary>
    public IReadOnlyDictionary<string, Said> Values => _values;

    public string? this[string path] => _values.GetValueOrDefault(path)?.Text;

    /// <summary>Takes in what a row says; where another row said something else, neither is believed.</summary>
    /// <returns>The row that contradicts it, or null.</returns>
    public Said? Add(string path, Said said)
    {
        if (_values.TryGetValue(path, out var before))
        {
            return string.Equals(before.Text, said.Text, StringComparison.Ordinal) ? null : before;
        }

        _values.Add(path, said);
        HasGrants |= path.StartsWith("grant.", StringComparison.Ordinal);
        return null;
    }

    public void Put(string path, string text, Said like) => _values[path] = like with { Text = text };

    /// <summary>Whether the rows say anything about decisions.</summary>
    public bool HasGrants { get; private set; }

    /// <summary>The key of a decision: a service has one from a day, so reading the file again finds it.</summary>
    public static string GrantKey(string service, string from) => string.Create(CultureInfo.InvariantCulture, $"{service}x{from.Replace("-", "", StringComparison.Ordinal)}");

    /// <summary>A value and the place of it.</summary>
    public sealed record Said(string Text, int Row, int? Column);
}
