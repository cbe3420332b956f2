using System.Text.Json;
using Mestring.Core.Measures;

namespace Mestring.Web.Storage;

/// <summary>The fields of a course that changed, by path: what they held before and after. A field that held nothing is left out on that side.</summary>
internal sealed record CaseChange(IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> After)
{
    /// <summary>Nothing at all.</summary>
    public static CaseChange None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The change an entry of the trail tells about.</summary>
    public static CaseChange Of(AuditEntry entry) => new(Fields(entry.Before), Fields(entry.After));

    public bool IsNone => Before.Count == 0 && After.Count == 0;

    /// <summary>Every path that changed, in order.</summary>
    public IEnumerable<string> Paths => Before.Keys.Union(After.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Whether anything changed at a measurement.</summary>
    public bool IsAt(MeasurementPoint point)
    {
        var prefix = CaseFields.Path(point, string.Empty);
        return Before.Keys.Concat(After.Keys).Any(p => p.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>What differs between two readings of one course.</summary>
    public static CaseChange Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var (was, became) = (new SortedList<string, string>(StringComparer.Ordinal), new SortedList<string, string>(after.Count - Math.Min(before.Count, after.Count), StringComparer.Ordinal));
        foreach (var (path, now) in after)
        {
            var old = before.GetValueOrDefault(path);
            if (string.Equals(old, now, StringComparison.Ordinal))
            {
                continue;
            }

            became[path] = now;
            if (old is not null)
            {
                was[path] = old;
            }
        }

        foreach (var (path, old) in before)
        {
            if (!after.ContainsKey(path))
            {
                was[path] = old;
            }
        }

        return new CaseChange(was, became);
    }

    private static SortedDictionary<string, string> Fields(string? json) =>
        new(json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [], StringComparer.Ordinal);
}
