using Mestring.Core.Charts;

namespace Mestring.Core.Documents;

/// <summary>A table with its header row repeated on every page.</summary>
public sealed record Table : Block
{
    /// <summary>A table.</summary>
    /// <param name="caption">What the table shows.</param>
    /// <param name="columns">The first holds the row headers.</param>
    /// <param name="rows">As many cells a row as there are columns.</param>
    /// <param name="footnote">Method, limits, what ":" means; or null.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are columns.</exception>
    public Table(string caption, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows, string? footnote = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (rows.FirstOrDefault(r => r.Cells.Count != columns.Count) is { } uneven)
        {
            throw new ArgumentException($"The table '{caption}' has {columns.Count} columns, but a row has {uneven.Cells.Count} cells.", nameof(rows));
        }

        (Caption, Columns, Rows, Footnote) = (caption, columns, rows, footnote);
    }

    /// <summary>What the table shows.</summary>
    public string Caption { get; }

    /// <summary>The first holds the row headers.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Formatted for people.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Stands below the table.</summary>
    public string? Footnote { get; }
}
