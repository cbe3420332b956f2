using Mestring.Core.Measures;

namespace Mestring.Web.Storage;

/// <summary>A course held against the catalogue of rules: as it is stored, and as it would be when some of its fields change.</summary>
internal static class CaseCheck
{
    /// <summary>The stored course as rules read it.</summary>
    public static CaseValues Values(this CaseFile file, DateOnly today) => file.Values(file.Stored, today);

    /// <summary>What the rules find in the stored course.</summary>
    public static IReadOnlyList<RuleFinding> Findings(this CaseFile file, DateOnly today) => CaseRules.Check(file.Values(today));

    /// <summary>What the rules would find that they do not find now, were these fields to change. Changes nothing.</summary>
    /// <param name="changes">What each field would hold, by path; null takes the value out.</param>
    public static IReadOnlyList<RuleFinding> Findings(this CaseFile file, IReadOnlyDictionary<string, string?> changes, DateOnly today)
    {
        var after = new Dictionary<string, string>(file.Stored, StringComparer.Ordinal);
        foreach (var (path, value) in changes)
        {
            if (value is null)
            {
                after.Remove(path);
            }
            else
            {
                after[path] = value;
            }
        }

        return CaseRules.CheckChange(file.Values(today), file.Values(after, today));
    }

    private static CaseValues Values(this CaseFile file, IReadOnlyDictionary<string, string> fields, DateOnly today) =>
        new(fields, start => [.. file.Windows.Select(w => w.In(start))], today);
}
