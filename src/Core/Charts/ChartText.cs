namespace Mestring.Core.Charts;

/// <summary>What a chart says in words: a reader who does not see the drawing misses nothing.</summary>
/// <param name="Id">Unique on the page; letters, digits and hyphens.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">Measure, unit, period, n, and how to read the marks.</param>
/// <param name="Reading">One plain sentence: what the figure says, with its uncertainty.</param>
/// <param name="Description">What the drawing looks like, for those who hear it.</param>
/// <param name="Columns">Columns of the table with the same numbers.</param>
/// <param name="Rows">Rows of the table with the same numbers.</param>
/// <param name="Source">Limits, exclusions, method, where thresholds come from.</param>
public sealed record ChartText(
    string Id,
    string Title,
    string Unit,
    string Reading,
    string Description,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<TableRow> Rows,
    string? Source = null);
