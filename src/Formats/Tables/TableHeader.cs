namespace Mestring.Formats.Tables;

/// <summary>Finds the row that names the columns, which in exported files often stands below a title.</summary>
public static class TableHeader
{
    /// <summary>How many rows to look at.</summary>
    public const int Sample = 40;

    /// <summary>The index in <paramref name="rows"/> of the row that looks like a header; null where none does.</summary>
    /// <remarks>The first row that fills at least half of the widest row and whose cells are nearly all words, not figures or dates.</remarks>
    public static int? Find(IReadOnlyList<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var widest = rows.Count == 0 ? 0 : rows.Max(Filled);
        for (var i = 0; i < rows.Count; i++)
        {
            var filled = Filled(rows[i]);
            if (filled * 2 >= widest && (filled > 1 || widest == 1) && rows[i].Cells.Count(IsWord) * 5 >= filled * 4)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The names of columns as the header row gives them: without a name the letter, and a name that stands twice with the letter behind it.</summary>
    public static IReadOnlyList<string> Names(TableRow header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var times = header.Cells.Where(c => !c.IsBlank).CountBy(c => c.Text, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. header.Cells.Select((cell, i) => cell.IsBlank ? TableColumn.Letter(i)
                : times[cell.Text] > 1 ? $"{cell.Text} ({TableColumn.Letter(i)})"
                : cell.Text),
        ];
    }

    private static int Filled(TableRow row) => row.Cells.Count(c => !c.IsBlank);

    private static bool IsWord(TableCell cell) => cell.Kind == CellKind.Text && cell.Text.Any(char.IsLetter);
}
