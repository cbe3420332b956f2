using System.Globalization;
using System.Text.RegularExpressions;
using Mestring.Core.Disclosure;
using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>What of a file says who somebody is or where to reach them: it is never kept, whatever its column is called.</summary>
internal static partial class PersonalData
{
    private static readonly System.Buffers.SearchValues<char> OfNumbers = System.Buffers.SearchValues.Create("0123456789 .-");
    /// <summary>What stands instead of an address or a telephone number.</summary>
    private const string Hidden = "…";

    private const int DigitsOfNumber = 11;
    private const int DigitsOfDay = 6;
    private const int DigitsOfPerson = 5;
    private const int FewestNames = 3;
    private const int LongestName = 60;

    /// <summary>A text without identity numbers.</summary>
    public static string Masked(string text) => Masked(new TableCell(CellKind.Text, text)).Text;

    /// <summary>A cell without identity numbers, addresses of e-mail and telephone numbers. A number that lost its first zero, as spreadsheets take it, is one too.</summary>
    public static TableCell Masked(TableCell cell)
    {
        var text = cell.Kind is CellKind.Text ? TypedText.Line(cell.Text) : cell.Text;
        var digits = CellValue.Digits(text);
        var kept = digits >= DigitsOfNumber && NationalIdentityNumber.IsIn(text) ? NationalIdentityNumber.Masked(text)
            : digits == DigitsOfNumber - 1 && cell.Kind is CellKind.Number or CellKind.Text && LostZero(text) ? NationalIdentityNumber.Mask
            : text;
        if (cell.Kind is CellKind.Text)
        {
            kept = kept.Contains('@', StringComparison.Ordinal) ? Mail().Replace(kept, Hidden) : kept;
            kept = kept.Contains("+47", StringComparison.Ordinal) || kept.StartsWith("0047", StringComparison.Ordinal) ? Telephone().Replace(kept, Hidden) : kept;
        }

        return ReferenceEquals(kept, cell.Text) ? cell : new TableCell(string.Equals(kept, text, StringComparison.Ordinal) ? cell.Kind : CellKind.Text, kept);
    }

    /// <summary>The place of five digits that make an identity number with a day of birth elsewhere on the row; −1 when there are none.</summary>
    public static int SplitNumber(IReadOnlyList<TableCell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { Text.Length: DigitsOfPerson } five && CellValue.Digits(five.Text) == DigitsOfPerson)
            {
                for (var j = 0; j < cells.Count; j++)
                {
                    if (j != i && Born(cells[j]) is { } day && NationalIdentityNumber.IsIn(day + five.Text))
                    {
                        return i;
                    }
                }
            }
        }

        return -1;
    }

    /// <summary>Whether a column holds names of people: nearly all of it are two to four words with capitals.</summary>
    public static bool AreNames(IReadOnlyList<TableRow> rows, int column)
    {
        var texts = rows.Where(r => column < r.Cells.Count && !r.Cells[column].IsBlank).Select(r => r.Cells[column].Text).Distinct(StringComparer.Ordinal).ToList();
        return texts.Count >= FewestNames && texts.Count(t => t.Length <= LongestName && FullName().IsMatch(t)) * 5 >= texts.Count * 4;
    }

    private static bool LostZero(string text) => !text.AsSpan().ContainsAnyExcept(OfNumbers) && NationalIdentityNumber.IsIn($"0{Bare(text)}");

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string? Born(TableCell cell) => cell.Text.Length == DigitsOfDay && CellValue.Digits(cell.Text) == DigitsOfDay ? cell.Text
        : cell.Text.Length is DigitsOfDay - 1 && CellValue.Digits(cell.Text) == DigitsOfDay - 1 ? $"0{cell.Text}"
        : cell.Text.Length >= DigitsOfDay && cell.Kind is CellKind.Date or CellKind.Text && char.IsAsciiDigit(cell.Text[0]) && WrittenDate.TryRead(cell.Text, out var day) && day.By(DateOrder.DayFirst) is { } born ? born.ToString("ddMMyy", CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"[^\s@<>;,]{1,64}@[^\s@<>;,]{1,200}", RegexOptions.None, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(\+|00)47[ \d]{8,12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'-]*(,? \p{Lu}[\p{L}.'-]*){1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FullName();
}
