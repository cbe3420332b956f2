namespace Mestring.Formats.Ssb;

/// <summary>How Statistics Norway names a total, which must not be added to its parts.</summary>
internal static class Total
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "all ages", "both sexes", "all", "i alt", "alle aldre", "alle aldrar", "begge kj\u00F8nn",
    };

    public static bool IsNameOf(string label) => Names.Contains(label.Trim());

    /// <summary>The totals when there are any, else all of the parts.</summary>
    public static List<T> OrParts<T>(IReadOnlyList<T> all, Func<T, string> label)
    {
        var totals = all.Where(each => IsNameOf(label(each))).ToList();
        return totals.Count > 0 ? totals : [.. all];
    }
}
