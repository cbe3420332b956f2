using Mestring.Web.Storage;

namespace Mestring.Web.Imports;

/// <summary>Gathers findings by cause and counts what became of courses, in memory that does not grow with the file.</summary>
internal sealed class Tally
{
    private const int MostGroups = 200;
    private const int MostSamples = 20;
    private readonly Dictionary<string, (Finding First, int Count, List<Finding> Shown)> _groups = new(StringComparer.Ordinal);
    private readonly List<Report.Sample> _samples = [];
    private bool _more;

    public int Rows { get; set; }

    public int Rejected { get; set; }

    public int Doubtful { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public void Add(Finding finding)
    {
        var key = finding.Key;
        if (!_groups.TryGetValue(key, out var group))
        {
            if (_groups.Count == MostGroups)
            {
                _more = true;
                return;
            }

            group = (finding, 0, []);
        }

        if (group.Shown.Count < Report.Shown)
        {
            group.Shown.Add(finding);
        }

        _groups[key] = group with { Count = group.Count + 1 };
    }

    public void Add(CaseFile file, CaseChange change, bool isNew)
    {
        (Created, Updated, Unchanged) = isNew ? (Created + 1, Updated, Unchanged) : change.IsNone ? (Created, Updated, Unchanged + 1) : (Created, Updated + 1, Unchanged);
        if (!isNew && !change.IsNone && _samples.Count < MostSamples)
        {
            _samples.Add(new Report.Sample(file.Row.Pseudonym, file.Row.StartedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture), change.Before, change.After));
        }
    }

    public Report Sum() => new()
    {
        Rows = Rows,
        Rejected = Rejected,
        Doubtful = Doubtful,
        Created = Created,
        Updated = Updated,
        Unchanged = Unchanged,
        Groups = [.. _groups.Values.OrderByDescending(g => g.First.IsError).ThenBy(g => g.First.Kind).Select(g => new Report.Group(g.First, g.Count, g.Shown))],
        HasMoreGroups = _more,
        Samples = _samples,
    };
}
