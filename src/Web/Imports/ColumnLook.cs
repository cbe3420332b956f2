using Mestring.Formats.Tables;

namespace Mestring.Web.Imports;

/// <summary>Looks at every cell of a column once, as the file is taken in.</summary>
internal sealed class ColumnLook
{
    private const int MostDigits = 20;
    private const int LongestCode = 2;
    private const int Longest = 40;
    private readonly SortedSet<string> _digits = new(StringComparer.Ordinal);
    private bool _dayFirst;
    private bool _monthFirst;
    private static readonly Core.Measures.CaseField Unit = Target.Find("grant1.unit")!.Field;
    private bool _isOther;
    private bool _dottedMonth;
    private bool _decimalPoint;
    private bool _thousandsPoint;
    private bool _thousandsComma;

    /// <summary>Whether anything stands there.</summary>
    public bool IsFilled { get; private set; }

    public void Add(TableCell cell)
    {
        if (cell.IsBlank)
        {
            return;
        }

        IsFilled = true;
        var text = cell.Text;
        _isOther = _isOther || Words.Code(Unit, text) is null;
        if (text.Length <= LongestCode)
        {
            if (_digits.Count < MostDigits && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            {
                _digits.Add(text);
            }
        }
        else if (cell.Kind is CellKind.Text && text.Length <= Longest && char.IsAsciiDigit(text[^1]) && text.AsSpan().IndexOfAny("./,-") >= 0)
        {
            LookAt(text);
        }
    }

    public ColumnFacts? Facts() => (_isOther || !IsFilled) && !_dayFirst && !_monthFirst && !_dottedMonth && !_decimalPoint && !_thousandsPoint && !_thousandsComma && _digits.Count == 0 ? null : new ColumnFacts
    {
        Dates = (_dayFirst, _monthFirst) switch { (true, true) => DateOrder.Either, (true, _) => DateOrder.DayFirst, (_, true) => DateOrder.MonthFirst, _ => null },
        IsUnits = IsFilled && !_isOther,
        IsDoubtful = _dottedMonth && !_dayFirst && !_monthFirst,
        PointIsThousands = _decimalPoint == _thousandsPoint ? null : _thousandsPoint,
        CommaIsThousands = _thousandsComma,
        Digits = [.. _digits],
    };

    private void LookAt(string text)
    {
        var (points, commas) = (text.AsSpan().Count('.'), text.AsSpan().Count(','));
        if (WrittenNumber.TryRead(text, out var number))
        {
            // Several groups, or points before a comma, part thousands; a single sign that cannot do so parts decimals.
            _thousandsPoint |= points > 1 || (points == 1 && commas == 1 && text.IndexOf('.', StringComparison.Ordinal) < text.IndexOf(',', StringComparison.Ordinal));
            _thousandsComma |= commas > 1 || (points == 1 && commas == 1 && text.IndexOf(',', StringComparison.Ordinal) < text.IndexOf('.', StringComparison.Ordinal));
            _decimalPoint |= points == 1 && number.Thousands is null && number.Value != decimal.Truncate(number.Value) && text.LastIndexOf('.') > text.LastIndexOf(',');
        }
        else if (WrittenDate.TryRead(text, out var date))
        {
            _dayFirst |= date.Order is DateOrder.DayFirst;
            _monthFirst |= date.Order is DateOrder.MonthFirst && !date.IsDotted;
            _dottedMonth |= date.Order is DateOrder.MonthFirst && date.IsDotted;
        }
    }
}
