using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>The cells of a row as one text: each a digit for its kind and its text, parted by a sign no text holds.</summary>
internal static class RowCells
{
    private const char Parting = '\u001f';

    public static string Pack(IReadOnlyList<TableCell> cells) =>
        string.Join(Parting, cells.Select(c => c.IsBlank ? string.Empty : $"{(char)('0' + (int)c.Kind)}{c.Text.Replace(Parting, ' ')}"));

    public static TableCell[] Unpack(string packed)
    {
        var parts = packed.Split(Parting);
        var cells = new TableCell[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            cells[i] = parts[i].Length == 0 ? default : new TableCell((CellKind)(parts[i][0] - '0'), parts[i][1..]);
        }

        return cells;
    }
}
