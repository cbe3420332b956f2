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
/// <param name="Proposal">What was probably meant.</param>
internal readonly partial record struct CellValue(string? Text, FindingKind? Problem = null, string Expected = "", string? Proposal = null)
{
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_050;
    private const int DaysFrom1899 = 693_593;
    private const int DigitsOfNumber = 11;

    /// <summary>Times where registration keeps 0 for tried and failed, and records often keep it for not done.</summary>
    private static readonly string[] TimesOfTrying = [MeasurementItems.Sppb("walk1"), MeasurementItems.Sppb("walk2"), MeasurementItems.Sppb("chair-time")];

    /// <summary>As days are written nearly always; the other ways are looked for when it is none of these.</summary>
    private static readonly string[] Written = ["dd.MM.yyyy", "yyyy-MM-dd"];

    /// <param name="cell">The cell.</param>
    /// <param name="field">What it should hold.</param>
    /// <param name="words">Codes that somebody has given to words of this field.</param>
    public static CellValue Read(TableCell cell, CaseField field, Dictionary<string, string>? words)
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

        if (cell.Kind is CellKind.Error)
        {
            return new CellValue(null, FindingKind.SpreadsheetError);
        }

        return words is not null && Words.In(words, text) is { } said ? new CellValue(said)
            : field.TakesReason && Words.Reason(field, text) is { } reason ? new CellValue(reason)
            : field.Kind switch
            {
                CaseFieldKind.Date => Day(cell, text),
                CaseFieldKind.Whole => Whole(field, text),
                CaseFieldKind.Number => Number(field, text),
                CaseFieldKind.YesNo => Words.YesNo(field, text) is { } answer ? new CellValue(answer) : new CellValue(null, FindingKind.UnknownWord),
                CaseFieldKind.Code => Words.Code(field, text) is { } code ? new CellValue(code) : new CellValue(null, FindingKind.UnknownWord),
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

        var line = text.ReplaceLineEndings(" ");
        return field.Accepts(line) ? new CellValue(line) : new CellValue(null, FindingKind.TooLong, field.Max.ToString(CultureInfo.InvariantCulture));
    }

    private static CellValue Whole(CaseField field, string text)
    {
        // A day or a year of birth is often all a record has.
        if (field.Path is "birth-year" && Day(new TableCell(CellKind.Text, text), text).Text is { } born)
        {
            text = born[..4];
        }

        if (!TryNumber(text, out var number))
        {
            return new CellValue(null, FindingKind.NotANumber, Range(field));
        }

        if (number != decimal.Truncate(number))
        {
            return new CellValue(null, FindingKind.NotWhole, Range(field));
        }

        var whole = number.ToString("0", CultureInfo.InvariantCulture);
        return field.Accepts(whole) ? new CellValue(whole) : new CellValue(null, FindingKind.OutOfRange, Range(field));
    }

    private static CellValue Number(CaseField field, string text)
    {
        if (!TryNumber(text, out var number))
        {
            return new CellValue(null, FindingKind.NotANumber, Range(field), Amount().Match(text) is { Success: true } amount ? amount.Groups["number"].Value : null);
        }

        if (number == 0 && TimesOfTrying.Contains(field.Name, StringComparer.Ordinal))
        {
            return new CellValue(null, FindingKind.ZeroSeconds);
        }

        var rounded = Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return field.Accepts(rounded) ? new CellValue(rounded) : new CellValue(null, FindingKind.OutOfRange, Range(field));
    }

    private static CellValue Day(TableCell cell, string text)
    {
        if (cell.Kind is CellKind.Number or CellKind.Text && TryNumber(text, out var serial) && serial == decimal.Truncate(serial) && serial is >= FirstSerial and <= LastSerial)
        {
            return new CellValue(Machine(DateOnly.FromDayNumber((int)serial + DaysFrom1899)));
        }

        if (DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain) && Exists(plain.Year, plain.Month, plain.Day))
        {
            return new CellValue(Machine(plain));
        }

        var day = Norwegian().Match(text) is { Success: true } written ? written : Iso().Match(text);
        if (!day.Success)
        {
            return new CellValue(null, FindingKind.NotADate);
        }

        var (year, month, date) = (Group("year"), Group("month"), Group("day"));
        if (day.Groups["year"].Length == 4 && Exists(year, month, date))
        {
            return new CellValue(Machine(new DateOnly(year, month, date)));
        }

        // Proposed only where one thing can have been meant.
        return new CellValue(null, FindingKind.NotADate, string.Empty, day.Groups["year"].Length == 2 && Exists(2000 + year, month, date) ? Shown(2000 + year, month, date)
            : day.Groups["year"].Length == 4 && Exists(year, date, month) ? Shown(year, date, month)
            : null);

        int Group(string name) => int.Parse(day.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static bool Exists(int year, int month, int day) => year is >= 1850 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static string Shown(int year, int month, int day) => new DateOnly(year, month, day).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryNumber(string text, out decimal number) => decimal.TryParse(
        text.Replace(',', '.').Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static string Range(CaseField field) => $"{field.Min.ToString(CultureInfo.InvariantCulture).Replace('-', '−')}–{field.Max.ToString(CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@"^(?<day>\d{1,2})[./-]\s?(?<month>\d{1,2})[./-]\s?(?<year>\d{4}|\d{2})(\s+\d{1,2}[:.]\d{2}([:.]\d{2})?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Norwegian();

    [GeneratedRegex(@"^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<number>\d{1,4}([.,]\d{1,2})?)\s?[a-zæøå./ ]+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Amount();
}
