using System.Text;
using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>The cells of a row as one text: each a digit for its kind and its text, parted by a sign no text holds.</summary>
internal static class RowCells
{
    private const char Parting = '\u001f';

    public static string Pack(IReadOnlyList<TableCell> cells) => Pack(cells, (cell, _) => cell);

    /// <param name="cells">The cells.</param>
    /// <param name="kept">What is kept of each, by its column from 0.</param>
    public static string Pack(IReadOnlyList<TableCell> cells, Func<TableCell, int, TableCell> kept)
    {
        var packed = new StringBuilder(256);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                packed.Append(Parting);
            }

            if (kept(cells[i], i) is { IsBlank: false } cell)
            {
                packed.Append((char)('0' + (int)cell.Kind)).Append(cell.Text.Replace(Parting, ' '));
            }
        }

        return packed.ToString();
    }

    public static TableCell[] Unpack(string packed)
    {
        var cells = new TableCell[packed.AsSpan().Count(Parting) + 1];
        var at = 0;
        foreach (var part in packed.AsSpan().Split(Parting))
        {
            cells[at++] = Cell(packed.AsSpan(part));
        }

        return cells;
    }

    /// <summary>One cell of a row, counted from 0; a blank beyond the last.</summary>
    public static TableCell One(string packed, int column)
    {
        foreach (var part in packed.AsSpan().Split(Parting))
        {
            if (column-- == 0)
            {
                return Cell(packed.AsSpan(part));
            }
        }

        return default;
    }

    private static TableCell Cell(ReadOnlySpan<char> part) => part.IsEmpty ? default : new TableCell((CellKind)(part[0] - '0'), part[1..].ToString());
}
