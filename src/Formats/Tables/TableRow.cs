namespace Mestring.Formats.Tables;

/// <summary>One row that is not blank.</summary>
/// <param name="Number">The line of the file, or the row of the sheet, as a person counts: from 1, blank and title rows too.</param>
/// <param name="Cells">Cells from the first column to the last that is not blank.</param>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells)
{
    /// <summary>The cell in that column, counted from 0; a blank beyond the last.</summary>
    public TableCell this[int column] => column < Cells.Count ? Cells[column] : default;
}
