using System.Globalization;

namespace Mestring.Core.Disclosure;

/// <summary>What stands between two digits: how many signs that can be seen, which, and of what kind.</summary>
/// <param name="Length">Signs that take room.</param>
/// <param name="Signs">The signs, as one number: gaps of the same signs are equal.</param>
/// <param name="HasColumns">Whether it parts columns or lines, as tables do.</param>
/// <param name="HasComma">Whether it holds a comma, which parts columns, items of lists and parts of sentences.</param>
/// <param name="HasOther">Whether it holds anything but blanks and dashes.</param>
internal readonly record struct DigitGap(int Length, int Signs, bool HasColumns, bool HasComma, bool HasOther)
{
    private const int Long = 20;

    /// <summary>A long word.</summary>
    public static readonly DigitGap Word = new(Long + 1, 0, HasColumns: true, HasComma: false, HasOther: true);

    public bool IsEmpty => Length == 0;

    /// <summary>Nothing, or a few blanks or dashes: what people put into one number.</summary>
    public bool Joins => Length <= 3 && !HasOther;

    public DigitGap With(char sign)
    {
        if (Length > Long)
        {
            return this;
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(sign);
        return category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            ? this
            : new DigitGap(
                Length + 1,
                (Signs * 31) + sign,
                HasColumns || sign is '\n' or '\r' or '\t' or ';' or '|' || category is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
                HasComma || sign is ',',
                HasOther || category is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation));
    }
}
