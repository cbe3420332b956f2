using System.Globalization;
using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>What the rows of one course say: a value a field, and where each stands.</summary>
internal sealed class Course(string pseudonym, string startedOn)
{
    private const int UsualFields = 64;
    private const string Grants = "grant.";
    private readonly Dictionary<string, Said> _values = new(UsualFields, StringComparer.Ordinal);
    private readonly List<(int Row, List<(string Path, Said Said)> Values)> _said = [];

    public string Pseudonym => pseudonym;

    public string StartedOn => startedOn;

    /// <summary>Rows that are believed, once the course is settled.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>Values by field path.</summary>
    public IReadOnlyDictionary<string, Said> Values => _values;

    public string? this[string path] => _values.TryGetValue(path, out var said) ? said.Text : null;

    /// <summary>Takes in what a row says, to be believed when the course is settled.</summary>
    public void Add(int row, List<(string Path, Said Said)> values) => _said.Add((row, values));

    /// <summary>Believes the rows. Where some say different things of one field, all that speak of it are refused: nobody knows which is right.</summary>
    /// <param name="findings">Gets what is wrong.</param>
    public void Settle(List<Finding> findings)
    {
        var disputed = Disputed();
        foreach (var (row, values) in _said)
        {
            if (disputed is not null && values.Find(v => disputed.Contains(v.Path)) is { Path: { } path, Said: var said })
            {
                findings.Add(new Finding(FindingKind.Contradiction, row, said.Column, Target.FieldName(path), said.Text, Other(path, said)));
                continue;
            }

            Rows.Add(row);
            foreach (var (field, value) in disputed is null ? [] : values)
            {
                Believe(field, value);
            }
        }
    }

    /// <summary>The same course without the rows in which something is wrong; null when none is left, or nothing is wrong with a row alone.</summary>
    public Course? Without(IReadOnlyList<Finding> findings)
    {
        var wrong = findings.Where(f => f.IsError).Select(f => f.Row).ToHashSet();
        var rest = new Course(pseudonym, startedOn);
        foreach (var (row, values) in _said)
        {
            if (!wrong.Contains(row))
            {
                rest.Add(row, values);
            }
        }

        return rest._said.Count > 0 && rest._said.Count < _said.Count ? rest : null;
    }

    /// <summary>Takes a value out again.</summary>
    public void Drop(string path) => _values.Remove(path);

    public void Put(string path, string text, Said like) => _values[path] = like with { Text = text };

    /// <summary>Whether the rows say anything about decisions.</summary>
    public bool HasGrants { get; private set; }

    /// <summary>The key of a decision: a service has one from a day, so reading the file again finds it.</summary>
    public static string GrantKey(string service, string from) => string.Create(CultureInfo.InvariantCulture, $"{service}x{from.Replace("-", "", StringComparison.Ordinal)}");

    /// <summary>
    /// Gives decisions the keys they are registered by: the one the row tells, else that of a decision on the same service from the same day,
    /// whoever made it.
    /// </summary>
    public void NameGrants(IReadOnlyList<GrantRow> registered)
    {
        if (!HasGrants || registered.Count == 0)
        {
            return;
        }

        foreach (var key in _values.Keys.Where(p => p.StartsWith(Grants, StringComparison.Ordinal)).Select(p => p.Split('.')[1]).Distinct(StringComparer.Ordinal).ToList())
        {
            if (registered.Any(g => string.Equals(g.Key, key, StringComparison.Ordinal)) || this[$"{Grants}{key}.service"] is not { } service || this[$"{Grants}{key}.from"] is not { } from)
            {
                continue;
            }

            if (registered.FirstOrDefault(g => string.Equals(g.Service, service, StringComparison.Ordinal) && string.Equals(g.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), from, StringComparison.Ordinal)) is not { } known)
            {
                continue;
            }

            foreach (var path in _values.Keys.Where(p => p.StartsWith($"{Grants}{key}.", StringComparison.Ordinal)).ToList())
            {
                _values.Remove(path, out var said);
                _values.TryAdd($"{Grants}{known.Key}.{path[(path.LastIndexOf('.') + 1)..]}", said);
            }
        }
    }

    /// <summary>Fields that rows differ about; null when they agree, and then all of them are believed already.</summary>
    private HashSet<string>? Disputed()
    {
        HashSet<string>? disputed = null;
        foreach (var (_, values) in _said)
        {
            foreach (var (path, said) in values)
            {
                if (!Believe(path, said))
                {
                    (disputed ??= new HashSet<string>(StringComparer.Ordinal)).Add(path);
                }
            }
        }

        if (disputed is not null)
        {
            _values.Clear();
            HasGrants = false;
        }

        return disputed;
    }

    /// <returns>False when something else is believed already.</returns>
    private bool Believe(string path, Said said)
    {
        HasGrants |= path.StartsWith(Grants, StringComparison.Ordinal);
        return _values.TryAdd(path, said) || string.Equals(_values[path].Text, said.Text, StringComparison.Ordinal);
    }

    /// <summary>A row that says something else, and what.</summary>
    private string Other(string path, Said said)
    {
        var other = _said.SelectMany(r => r.Values).First(v => string.Equals(v.Path, path, StringComparison.Ordinal) && !string.Equals(v.Said.Text, said.Text, StringComparison.Ordinal)).Said;
        return string.Create(CultureInfo.InvariantCulture, $"{other.Row}: {other.Text}");
    }

    /// <summary>A value and the place of it.</summary>
    public readonly record struct Said(string Text, int Row, int? Column);
}
