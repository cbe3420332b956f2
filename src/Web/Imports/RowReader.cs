using Mestring.Core.Disclosure;
using Mestring.Core.Measures;
using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>Reads rows by a mapping: which course a row is about, and what it says about it.</summary>
internal sealed class RowReader
{
    private readonly Mapping _mapping;
    private readonly List<(int Column, Target Target, ColumnReading How)> _columns;
    private readonly Dictionary<int, GrantUnit> _units;
    private readonly int _width;
    private readonly int _pseudonym;
    private readonly int _started;
    private readonly int _ended;
    private readonly int _at;
    private readonly HashSet<int> _read;

    /// <param name="mapping">What was said of the file.</param>
    /// <param name="names">Its headings.</param>
    public RowReader(Mapping mapping, string[] names)
    {
        (_mapping, _width) = (mapping, names.Length);
        _columns =
        [
            .. from c in mapping.Columns
               orderby c.Key
               let target = Target.Find(c.Value)
               where target is not null
               select (c.Key, target, new ColumnReading(mapping.Words.GetValueOrDefault(target.Field.Name), mapping.Facts.GetValueOrDefault(c.Key), mapping.Dates, mapping.Missing)),
        ];
        _units = (from c in _columns
                  where c.Target is { Grant: not null, Field.Item: "amount" } && c.Column < names.Length
                  let unit = Headings.Hours(names[c.Column])
                  where unit is not null
                  select (c.Target.Grant!.Value, Unit: unit.Value)).DistinctBy(u => u.Value).ToDictionary(u => u.Value, u => u.Unit);
        Instrument = Headings.Instrument(names, mapping);
        _pseudonym = Place("pseudonym");
        _started = Place("started-on");
        _ended = Place("ended-on");
        _at = Place(Target.At);
        _read = [.. _columns.Select(c => c.Column)];
    }

    /// <summary>What the headings of ratings say that goals are rated with; null when they do not.</summary>
    public GoalInstrument? Instrument { get; }

    /// <summary>The course a row is about; null when it does not say, or not so that it can be read.</summary>
    /// <param name="packed">The row (see <see cref="RowCells"/>).</param>
    public (string Pseudonym, string StartedOn)? Key(string packed) =>
        Value(packed, _pseudonym, "pseudonym").Text is { } pseudonym && Value(packed, _started, "started-on").Text is { } started ? (pseudonym, started) : null;

    /// <summary>The day its case ended, as a row says it; null when it does not.</summary>
    /// <param name="packed">The row (see <see cref="RowCells"/>).</param>
    public string? End(string packed) => Value(packed, _ended, "ended-on").Text;

    /// <summary>What a row says of its course, by field path.</summary>
    /// <param name="number">The row, as a person counts.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="findings">Gets what is wrong.</param>
    /// <returns>Null when the row is refused; then nothing of it is taken in.</returns>
    public List<(string Path, Course.Said Said)>? Read(int number, TableCell[] cells, List<Finding> findings)
    {
        var (before, values) = (findings.Count, new List<(string Path, Course.Said Said)>(_columns.Count));
        if (Array.FindLastIndex(cells, c => !c.IsBlank) is var last && last >= _width)
        {
            findings.Add(new Finding(FindingKind.MoreCells, number, last, "", cells[last].Text));
        }

        Look(number, cells, findings);
        ReadCells(number, cells, values, findings);
        for (var i = before; i < findings.Count; i++)
        {
            if (findings[i].IsError && !IsCured(findings[i]))
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>Tells of identity numbers in columns that are not read: they are not kept, but the file should not have held them.</summary>
    private void Look(int number, TableCell[] cells, List<Finding> findings)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            if (!_read.Contains(column) && cells[column].Text.Contains(NationalIdentityNumber.Mask, StringComparison.Ordinal))
            {
                findings.Add(new Finding(FindingKind.IdentityNumberUnread, number, column, "", ""));
            }
        }
    }

    /// <summary>Reads every cell that has a target, and what holds for all rows.</summary>
    private void ReadCells(int number, TableCell[] cells, List<(string Path, Course.Said Said)> values, List<Finding> findings)
    {
        var point = Point(number, cells, findings);
        var parts = default(Parts);
        foreach (var (column, target, how) in _columns)
        {
            var cell = column < cells.Length ? cells[column] : default;
            if (target.Id is Target.At || (cell.IsBlank && !IsKey(target)))
            {
                continue;
            }

            var found = findings.Count;
            if (Read(number, column, cell, target.Field, how, findings) is not { } said)
            {
                // What stands for nothing is nothing: a row without its key says so, whatever it had there.
                if (findings.Count == found && IsKey(target))
                {
                    findings.Add(new Finding(FindingKind.Missing, number, column, target.Id, cell.Text));
                }

                // A decision is whole or not there: what is wrong with a part of it is said once, and leaving that out leaves all of it out.
                if (findings.Count > found && target.Grant is { } without)
                {
                    (parts.LeftOut ??= []).Add(without);
                }

                parts.WorkIsLeftOut |= findings.Count > found && target.Id is Target.Week or Target.Profession;
            }
            else if (target.RowItem is not { } item)
            {
                Put(target, said, ref parts, values);
            }
            else if (point is { } at)
            {
                values.Add((CaseFields.Path(at, item), said));
            }
            else
            {
                findings.Add(new Finding(FindingKind.NoPoint, number, column, "", cell.Text));
                point = MeasurementPoint.Start;
            }
        }

        AddParts(number, parts, values, findings);
        foreach (var (path, text) in _mapping.Constants)
        {
            if (path is not Target.At)
            {
                values.Add((path, new Course.Said(text, number, null)));
            }
        }
    }

    /// <summary>A value of the course itself, or of one of the row's decisions or its working time.</summary>
    private static void Put(Target target, Course.Said said, ref Parts parts, List<(string Path, Course.Said Said)> values)
    {
        if (target.Grant is { } grant)
        {
            parts.Grants ??= [];
            parts.Grants.TryAdd(grant, new Dictionary<string, Course.Said>(StringComparer.Ordinal));
            parts.Grants[grant][target.Field.Item] = said;
        }
        else if (target.IsWork)
        {
            (parts.Work ??= new Dictionary<string, Course.Said>(StringComparer.Ordinal))[target.Id] = said;
        }
        else
        {
            values.Add((target.Id, said));
        }
    }

    private void AddParts(int number, Parts parts, List<(string Path, Course.Said Said)> values, List<Finding> findings)
    {
        foreach (var (place, grant) in parts.Grants ?? [])
        {
            if (parts.LeftOut?.Contains(place) is not true)
            {
                AddGrant(number, place, grant, values, findings);
            }
        }

        if (parts.Work is not null && !parts.WorkIsLeftOut)
        {
            AddWork(number, parts.Work, values, findings);
        }
    }

    /// <summary>Whether somebody chose to read the row without the value.</summary>
    public bool IsCured(Finding finding) => finding.CanLeaveOut && _mapping.Cures.GetValueOrDefault(finding.Key) is Cure.WithoutValue;

    private int Place(string id) => _columns.FindIndex(c => string.Equals(c.Target.Id, id, StringComparison.Ordinal)) is var at and >= 0 ? _columns[at].Column : -1;

    private CellValue Value(string packed, int column, string id) =>
        column >= 0 ? CellValue.Read(RowCells.One(packed, column), CaseFields.Find(id)!, _columns.Find(c => c.Column == column).How) : default;

    private static Course.Said? Read(int number, int column, TableCell cell, CaseField field, ColumnReading how, List<Finding> findings)
    {
        var value = CellValue.Read(cell, field, how);
        if (value.Problem is { } problem)
        {
            findings.Add(new Finding(problem, number, column, problem is FindingKind.DateOrder ? "" : field.Name, problem is FindingKind.IdentityNumber ? "" : cell.Text, value.Expected, value.Proposal));
        }

        return value.Text is { } text ? new Course.Said(text, number, column) : null;
    }

    /// <summary>The measurement the row is, where the file has a column for it.</summary>
    private MeasurementPoint? Point(int number, TableCell[] cells, List<Finding> findings)
    {
        if (_mapping.Constants.TryGetValue(Target.At, out var always))
        {
            return Enum.Parse<MeasurementPoint>(always);
        }

        return _at >= 0 && _at < cells.Length && !cells[_at].IsBlank && Read(number, _at, cells[_at], Target.Find(Target.At)!.Field, _columns.Find(c => c.Column == _at).How, findings) is { } said
            ? Enum.Parse<MeasurementPoint>(said.Text)
            : null;
    }

    private void AddGrant(int number, int place, Dictionary<string, Course.Said> grant, List<(string Path, Course.Said Said)> values, List<Finding> findings)
    {
        if (!grant.Keys.Any(item => item is "service" or "amount" or "from" or "to"))
        {
            return;
        }

        if (!grant.TryGetValue("service", out var service) || !grant.TryGetValue("from", out var from) || !grant.ContainsKey("amount"))
        {
            findings.Add(new Finding(FindingKind.GrantIncomplete, number, grant.Values.Min(v => v.Column), "", string.Join(", ", grant.Values.Select(v => v.Text))));
            return;
        }

        grant.TryAdd("unit", service with { Text = $"{_units.GetValueOrDefault(place, _mapping.HoursByMonth ? GrantUnit.Month : GrantUnit.Week)}" });
        var key = grant.Remove(Target.Key, out var own) && IsKey(own.Text) ? own.Text : Course.GrantKey(service.Text, from.Text);
        foreach (var (item, said) in grant)
        {
            values.Add(($"grant.{key}.{item}", said));
        }
    }

    private static bool IsKey(string text) => text.All(char.IsAsciiLetterOrDigit);

    private static bool IsKey(Target target) => target.Id is "pseudonym" or "started-on";

    /// <summary>Minutes belong to a week of the course and a profession; a row that has no minutes says nothing of work.</summary>
    private static void AddWork(int number, Dictionary<string, Course.Said> work, List<(string Path, Course.Said Said)> values, List<Finding> findings)
    {
        var minutes = work.Where(w => w.Key is not (Target.Week or Target.Profession)).ToList();
        if (minutes.Count == 0)
        {
            return;
        }

        if (!work.TryGetValue(Target.Week, out var week) || !work.TryGetValue(Target.Profession, out var profession))
        {
            findings.Add(new Finding(FindingKind.WorkIncomplete, number, minutes[0].Value.Column, "", string.Join(", ", minutes.Select(m => m.Value.Text))));
            return;
        }

        foreach (var (kind, said) in minutes)
        {
            values.Add(($"input.{week.Text}.{profession.Text}.{kind["input.".Length..]}", said));
        }
    }

    /// <summary>What a row says in several cells that belong together.</summary>
    private struct Parts
    {
        /// <summary>By the number of the decision on the row, then by item.</summary>
        public SortedDictionary<int, Dictionary<string, Course.Said>>? Grants;

        /// <summary>Decisions of which a part cannot be read.</summary>
        public HashSet<int>? LeftOut;

        /// <summary>Whether week or profession cannot be read, so that nobody knows whose minutes they are.</summary>
        public bool WorkIsLeftOut;

        /// <summary>By target.</summary>
        public Dictionary<string, Course.Said>? Work;
    }
}
