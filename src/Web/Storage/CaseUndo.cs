using System.Globalization;
using Mestring.Core.Measures;

namespace Mestring.Web.Storage;

/// <summary>
/// Takes a change of a course back. A field gets back what it held only where it still holds what the change gave it; a part that the change
/// made or took away, such as a measurement or a decision, goes or comes back whole or not at all, so that nothing newer is lost.
/// </summary>
internal sealed class CaseUndo
{
    private readonly CaseFile _file;
    private readonly CaseChange _change;

    public CaseUndo(CaseFile file, CaseChange change)
    {
        (_file, _change) = (file, change);
        Fields = change.Paths.Where(IsUntouched).ToDictionary(path => path, change.Before.GetValueOrDefault, StringComparer.Ordinal);
    }

    /// <summary>What each field that can be put back gets; null where it held nothing.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; }

    /// <summary>Whether some field stays as it is, because it was changed since.</summary>
    public bool LeavesSome => Fields.Count < _change.Paths.Count();

    /// <summary>Errors that putting the fields back would bring; then it must not be done.</summary>
    public IReadOnlyList<RuleFinding> Breaks(DateOnly today) => [.. _file.Findings(Fields, today).Where(f => f.Severity is RuleSeverity.Error)];

    /// <summary>Puts the fields back.</summary>
    public void Do() => Put(_file, Fields);

    /// <summary>Takes out everything that was put into a course since it was read, before it is saved; false when something would stay.</summary>
    public static bool Reset(CaseFile file)
    {
        var change = file.Change();
        var fields = change.Paths.Where(path => CaseFields.Find(path) is not null);
        Put(file, fields.ToDictionary(path => path, change.Before.GetValueOrDefault, StringComparer.Ordinal));
        return file.Change().IsNone;
    }

    private static void Put(CaseFile file, IReadOnlyDictionary<string, string?> fields)
    {
        // What makes a part goes last: a field that is emptied after it would make the part anew.
        foreach (var (path, value) in fields.OrderBy(f => f.Value is null && MakesPart(f.Key)))
        {
            file.Set(path, value);
        }

        static bool MakesPart(string path) => PartOf(path) is var (part, owner) && string.Equals(path, part + owner, StringComparison.Ordinal);
    }

    private bool IsUntouched(string path)
    {
        var (was, now) = (_change.Before.GetValueOrDefault(path), _change.After.GetValueOrDefault(path));
        if (!string.Equals(_file[path], now, StringComparison.Ordinal) || CaseFields.Find(path) is not { } field || (was is not null && !field.Accepts(was)))
        {
            return false;
        }

        if (PartOf(path) is not var (part, owner) || _change.Before.ContainsKey(part + owner) == _change.After.ContainsKey(part + owner))
        {
            return true;
        }

        return Of(_file.Stored).All(f => string.Equals(_change.After.GetValueOrDefault(f.Key), f.Value, StringComparison.Ordinal))
            && Of(_change.After).All(f => _file[f.Key] is not null);

        IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyDictionary<string, string> fields) => fields.Where(f => f.Key.StartsWith(part, StringComparison.Ordinal));
    }

    /// <summary>The part a field stands in, and the field that makes it; null for fields that stand for themselves.</summary>
    private static (string Part, string Owner)? PartOf(string path) => CaseFields.Find(path) switch
    {
        { Point: { } point } => (CaseFields.Path(point, string.Empty), MeasurementItems.Status),
        { Goal: { } goal } => (string.Create(CultureInfo.InvariantCulture, $"goal{goal}."), "text"),
        { Name: var name } when name.StartsWith("grant.", StringComparison.Ordinal) => (path[..(path.LastIndexOf('.') + 1)], "service"),
        _ => null,
    };
}
