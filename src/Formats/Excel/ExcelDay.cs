using System.Globalization;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Days of a workbook, which are counted from the end of 1899 or from the beginning of 1904.</summary>
/// <remarks>ECMA-376 part 1, 18.17.4.1. Excel has a 29 February 1900, which was not; days before it are one off.</remarks>
internal static class ExcelDay
{
    private const int Last = 2_958_465;
    private const int Of1904 = 1_462;
    private const int LeapDayThatWasNot = 60;
    private static readonly DateTime _zero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>A serial number as a date, a moment or a time of day; an error where no calendar has it.</summary>
    internal static TableCell Cell(double serial, bool from1904, bool isClock = false)
    {
        var days = from1904 ? serial + Of1904 : serial;
        if (serial < 0 || days >= Last + 1)
        {
            return new TableCell(CellKind.Error, "#####");
        }

        // What binary fractions add is far below a millisecond; a fraction of a second never makes it the next one, nor the next day.
        var milliseconds = Math.Round((days < LeapDayThatWasNot ? days + 1 : days) * 86_400_000);
        var moment = _zero.AddSeconds(Math.Floor(milliseconds / 1000));
        return serial < 1 && (isClock || !from1904) ? new TableCell(CellKind.Time, moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : Cell(moment);
    }

    internal static TableCell Cell(DateTime moment) =>
        new(CellKind.Date, moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>The number of a day as Excel counts from 1899.</summary>
    internal static int Number(DateOnly day)
    {
        var number = (int)(day.ToDateTime(TimeOnly.MinValue) - _zero).TotalDays;
        return number > LeapDayThatWasNot ? number : number - 1;
    }
}
