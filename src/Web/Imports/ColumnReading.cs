namespace Mestring.Web.Imports;

/// <summary>How the cells of one column are read: what somebody has said of its words and what it shows itself.</summary>
/// <param name="Words">Codes that somebody has given to words of the field; empty for a word that says nothing.</param>
/// <param name="Facts">What the column shows; null when nothing.</param>
/// <param name="Dates">Whether the day or the month comes first, as somebody has said of the file.</param>
/// <param name="Missing">Words that stand where nothing is known.</param>
internal sealed record ColumnReading(Dictionary<string, string>? Words, ColumnFacts? Facts, DateOrder? Dates, IReadOnlyCollection<string> Missing)
{
    /// <summary>A cell that is read for itself.</summary>
    public static ColumnReading Plain { get; } = new(null, null, null, []);

    /// <summary>Which of day and month comes first.</summary>
    public DateOrder? Order => Facts?.Dates ?? Dates;
}
