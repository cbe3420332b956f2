using System.Globalization;
using System.Text.RegularExpressions;
using Mestring.Core.Disclosure;
using Mestring.Core.Measures;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>Makes of a cell the text of machines that a field takes (see <see cref="CaseField"/>), or says what is wrong with it.</summary>
/// <param name="Text">The value; null when nothing stands there or it is wrong.</param>
/// <param name="Problem">What is wrong; null when nothing is.</param>
/// <param name="Expected">What may stand there.</param>
/// <param name="Proposal">What was probably meant, in the field's own unit.</param>
internal readonly partial record struct CellValue(string? Text, FindingKind? Problem = null, string Expected = "", string? Proposal = null)
{
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_050;
    private const int DaysFrom1899 = 693_593;
    private const int DigitsOfNumber = 11;

    /// <summary>Times where registration keeps 0 for tried and failed, and records often keep it for not done.</summary>
    private static readonly string[] TimesOfTrying = [MeasurementItems.Sppb("walk1"), MeasurementItems.Sppb("walk2"), MeasurementItems.Sppb("chair-time")];

    /// <summary>Services that the national register has taken out; whoever exports old decisions still has them.</summary>
    private static readonly string[] Retired = ["12", "13"];

    /// <param name="cell">The cell.</param>
    /// <param name="field">What it should hold.</param>
    /// <param name="how">How its column is read.</param>
    public static CellValue Read(TableCell cell, CaseField field, ColumnReading how)
    {
        if (cell.IsBlank)
        {
            return default;
        }

        var text = CsvWriter.Original(cell.Text);
        if (text.Contains(NationalIdentityNumber.Mask, StringComparison.Ordinal) || (Digits(text) >= DigitsOfNumber && NationalIdentityNumber.IsIn(text)))
        {
            return new CellValue(null, FindingKind.IdentityNumber);
        }

        if (how.Missing.Count > 0 && how.Missing.Contains(Headings.Folded(text), StringComparer.Ordinal))
        {
            return default;
        }

        if (cell.Kind is CellKind.Error || SheetError().IsMatch(text))
        {
            return new CellValue(null, FindingKind.SpreadsheetError);
        }

        return how.Words is { } words && Words.In(words, text) is { } said ? said.Length == 0 ? default : new CellValue(said)
            : field.TakesReason && Words.Reason(field, text) is { } reason ? new CellValue(reason)
            : field.Kind switch
            {
                CaseFieldKind.Date => Day(cell, text, field, how),
                CaseFieldKind.Whole => Whole(cell, field, text, how),
                CaseFieldKind.Number => Number(cell, field, text, how),
                CaseFieldKind.YesNo => Coded(field, text, Words.YesNo(field, text), how),
                CaseFieldKind.Code => Coded(field, text, Words.Code(field, text), how),
                _ => Free(field, text),
            };
    }

    /// <summary>How many digits stand in a text: most cells have too few for an identity number.</summary>
    public static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var letter in text)
        {
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return digits;
    }

    private static CellValue Free(CaseField field, string text)
    {
        if (field.Path is "pseudonym")
        {
            var code = text.ToUpperInvariant().Replace(' ', '-');
            return code.Length <= field.Max && Pseudonym.IsCode(code) ? new CellValue(code) : new CellValue(null, FindingKind.NotAPseudonym);
        }

        var line = TypedText.Line(text);
        return field.Accepts(line) ? new CellValue(line) : new CellValue(null, FindingKind.TooLong, field.Max.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A code; a number that only others' keys know is one where every number of the column is.</summary>
    private static CellValue Coded(CaseField field, string text, string? code, ColumnReading how)
    {
        var doubt = code is not null && Words.IsForeignKey(field, text)
            && how.Facts?.Digits.Any(d => (field.Kind is CaseFieldKind.YesNo ? Words.YesNo(field, d) : Words.Code(field, d)) is null) is true;
        return code is not null && !doubt ? new CellValue(code)
            : field.Name is "grant.service" && Retired.Contains(text, StringComparer.Ordinal) ? new CellValue(null, FindingKind.RetiredService)
            : new CellValue(null, FindingKind.UnknownWord);
    }

    private static CellValue Whole(TableCell cell, CaseField field, string text, ColumnReading how)
    {
        // A day or a year of birth is often all a record has.
        if (field.Path is "birth-year" && text.Length > 4 && FourDigits().IsMatch(text) && WrittenDate.TryRead(text, out var born))
        {
            text = (born.Order is DateOrder.MonthFirst ? born.MonthFirst : born.Day).Year.ToString(CultureInfo.InvariantCulture);
            cell = new TableCell(CellKind.Text, text);
        }

        if (Amount(cell, field, text, how) is not { } read)
        {
            return NoNumber(cell, field, text);
        }

        var meant = cell.Kind is CellKind.Text && how.Facts?.PointIsThousands is not false ? read.Whole : read.Value == decimal.Truncate(read.Value) ? read.Value : null;
        if (meant is not { } number)
        {
            return new CellValue(null, FindingKind.NotWhole, Range(field));
        }

        var whole = number.ToString("0", CultureInfo.InvariantCulture);
        return field.Accepts(whole) ? new CellValue(whole) : new CellValue(null, FindingKind.OutOfRange, Range(field));
    }

    private static CellValue Number(TableCell cell, CaseField field, string text, ColumnReading how)
    {
        if (Amount(cell, field, text, how) is not { } read)
        {
            return NoNumber(cell, field, text);
        }

        var meant = cell.Kind is CellKind.Text && how.Facts?.PointIsThousands is { } thousands ? thousands ? read.Thousands ?? read.Value : read.Value
            : cell.Kind is CellKind.Text ? read.Between(field.Min, field.Max)
            : read.Value;
        if (meant is not { } number)
        {
            return new CellValue(null, FindingKind.TwoReadings, string.Create(CultureInfo.InvariantCulture, $"{read.Value:0.###} / {read.Thousands:0}"));
        }

        if (number == 0 && TimesOfTrying.Contains(field.Name, StringComparer.Ordinal))
        {
            return new CellValue(null, FindingKind.ZeroSeconds);
        }

        // What is too small to be kept is no zero, which would say something else.
        var half = WrittenNumber.HalfUp(number, 2);
        var rounded = half.ToString("0.##", CultureInfo.InvariantCulture);
        return field.Accepts(rounded) && (half != 0 || number == 0) ? new CellValue(rounded) : new CellValue(null, FindingKind.OutOfRange, Range(field));
    }

    /// <summary>The number of a cell, in the field's own unit; null when it is none.</summary>
    private static WrittenNumber? Amount(TableCell cell, CaseField field, string text, ColumnReading how)
    {
        if (cell.Kind is CellKind.Duration or CellKind.Time || text.Contains(':', StringComparison.Ordinal))
        {
            text = TimeAmount.In(field, cell.Kind, text)?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "";
        }
        else if (cell.Kind is CellKind.Percent)
        {
            return null;
        }
        else if (how.Facts?.CommaIsThousands is true && !text.Contains('.', StringComparison.Ordinal))
        {
            text = text.Replace(",", "", StringComparison.Ordinal);
        }

        return WrittenNumber.TryRead(text, out var number) ? number : null;
    }

    private static CellValue NoNumber(TableCell cell, CaseField field, string text) =>
        cell.Kind is CellKind.Percent || text.EndsWith('%') ? new CellValue(null, FindingKind.PercentCell, Range(field))
        : cell.Kind is CellKind.Duration or CellKind.Time or CellKind.Date || text.Contains(':', StringComparison.Ordinal) ? new CellValue(null, FindingKind.TimeCell, Range(field))
        : new CellValue(null, FindingKind.NotANumber, Range(field), Proposed(field, text));

    /// <summary>The number before a unit that is the field's own.</summary>
    private static string? Proposed(CaseField field, string text) =>
        WithUnit().Match(text) is { Success: true } amount && Headings.Unit(amount.Groups["unit"].Value) is { } unit && Headings.Fits(new Target(field.Path, field), unit) && !IsOfMonth(unit)
            ? amount.Groups["number"].Value
            : null;

    private static bool IsOfMonth(string unit) => KnownWords.All.Units["month"].Contains(unit, StringComparer.Ordinal) || KnownWords.All.Units["week"].Contains(unit, StringComparer.Ordinal);

    private static CellValue Day(TableCell cell, string text, CaseField field, ColumnReading how)
    {
        if (cell.Kind is CellKind.Time or CellKind.Duration or CellKind.Percent or CellKind.Boolean)
        {
            return new CellValue(null, FindingKind.NotADate);
        }

        if (text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            return new CellValue(Machine(DateOnly.FromDayNumber(serial + DaysFrom1899)));
        }

        if (!WrittenDate.TryRead(text, out var date))
        {
            return field.Item is "to" or "planned-end" or "ended-on" && WrittenDate.IsNoEnd(text) ? default : new CellValue(null, FindingKind.NotADate);
        }

        if (how is { Order: null, Facts.IsDoubtful: true } && date.Order is not DateOrder.Certain)
        {
            return new CellValue(null, FindingKind.DateOrder, date.Order is DateOrder.MonthFirst ? Shown(date.MonthFirst) : $"{Shown(date.Day)} / {Shown(date.MonthFirst)}");
        }

        return date.By(how.Order) is { } day ? new CellValue(Machine(day))
            : date.Order is DateOrder.Either && how.Order is not DateOrder.Either ? new CellValue(null, FindingKind.DateOrder, $"{Shown(date.Day)} / {Shown(date.MonthFirst)}")
            : new CellValue(null, FindingKind.NotADate, "", Shown(date.Order is DateOrder.MonthFirst ? date.MonthFirst : date.Day));
    }

    private static string Shown(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Range(CaseField field) => $"{field.Min.ToString(CultureInfo.InvariantCulture).Replace('-', '−')}–{field.Max.ToString(CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@"^(?<number>\d{1,4}([.,]\d{1,2})?)\s?(?<unit>[a-zæøå./ ]+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WithUnit();

    /// <summary>An error as it stands in a file of text, in Excel's English or Norwegian; or the signs shown where a column is too narrow.</summary>
    [GeneratedRegex(@"^#(N/A|I/T|VALUE!|VERDI!|REF!|DIV/0!|NUM!|NAME\?|NAVN\?|NULL!|SPILL!|OVERFLYT!|CALC!|BEREGN!|#+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SheetError();

    [GeneratedRegex(@"(?<!\d)\d{4}(?!\d)|^\d{8}$", RegexOptions.None, 1000)]
    private static partial Regex FourDigits();
}
