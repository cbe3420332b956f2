namespace Mestring.Formats.Tables;

/// <summary>A column that is written: its heading, and its width in characters.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Width">The width a spreadsheet shows it in, in characters.</param>
public sealed record TableColumn(string Name, int Width = 14)
{
    /// <summary>The letter a spreadsheet gives the column, counted from 0: 0 is A, 26 is AA.</summary>
    public static string Letter(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        Span<char> letters = stackalloc char[8];
        var first = letters.Length;
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--first] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[first..]);
    }
}
