using System.Globalization;
using System.Text.RegularExpressions;

namespace Mestring.Core;

/// <summary>
/// A day as a person or a program wrote it: 5.2.2024, 5.2.24, 5/2-2024, 2024-02-05, 2024.02.05, 05022024, 20240205, "5. februar 2024",
/// with or without a time of day. An instant (Z or an offset) is the day it is in Norway. Where day and month can change places, both
/// days are told, and what stands beside it in the same column decides (see <see cref="By"/>).
/// </summary>
/// <param name="Day">The day, with the day first where that matters; meaningless where only the month can come first.</param>
/// <param name="MonthFirst">The day, with the month first where that matters.</param>
/// <param name="Order">Which of the two can be.</param>
/// <param name="IsDotted">Whether points part it, as nobody who writes the month first does.</param>
public readonly partial record struct WrittenDate(DateOnly Day, DateOnly MonthFirst, DateOrder Order, bool IsDotted)
{
    private const int FirstYear = 1850;
    private const int LastYear = 2200;
    private const int NoEnd = 9999;
    private const int LastOfCentury = 79;
    private const int Longest = 60;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];

    private static readonly Dictionary<string, int> Names = MonthNames();

    /// <summary>The day, where the order is settled: by what is written, by the column, or by points. Null when nobody can tell, or the column says otherwise.</summary>
    /// <param name="column">What the other dates of the column show or somebody has said; null when nothing is known.</param>
    public DateOnly? By(DateOrder? column) => (Order, column) switch
    {
        (DateOrder.Certain, _) => Day,
        (DateOrder.DayFirst, not DateOrder.MonthFirst) => Day,
        (DateOrder.MonthFirst, DateOrder.MonthFirst) => MonthFirst,
        (DateOrder.Either, DateOrder.MonthFirst) => MonthFirst,
        (DateOrder.Either, DateOrder.DayFirst) => Day,
        (DateOrder.Either, null) when IsDotted => Day,
        _ => null,
    };

    /// <summary>Whether a text says that something has no end, as records do with the last day of the year 9999.</summary>
    public static bool IsNoEnd(string text) => TryReadAny(text, out var date) && date.Day is { Year: NoEnd, Month: 12, Day: 31 };

    /// <summary>Reads a text; false when it is no day of the years 1850 to 2200.</summary>
    public static bool TryRead(string text, out WrittenDate date) =>
        TryReadAny(text, out date) && (date.Order is DateOrder.MonthFirst ? date.MonthFirst : date.Day).Year is >= FirstYear and <= LastYear;

    private static bool TryReadAny(string text, out WrittenDate date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        text = text.Trim();
        if (text.Length is 0 or > Longest)
        {
            return false;
        }

        if (Plain(text) is { } plain)
        {
            date = plain;
            return true;
        }

        var match = Numbers().Match(text);
        match = match.Success ? match : YearFirst().Match(text);
        match = match.Success ? match : Named().Match(text);
        match = match.Success ? match : Compact(text);
        return match.Success && Make(match) is { } made && (date = made) == made;
    }

    /// <summary>Days as files have them by the million: 2024-02-05 and 05.02.2024. Null for all other ways, and for what is no day.</summary>
    private static WrittenDate? Plain(string text)
    {
        if (text.Length != 10)
        {
            return null;
        }

        if (text[4] is '-' && text[7] is '-')
        {
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) ? new WrittenDate(iso, iso, DateOrder.Certain, IsDotted: false) : null;
        }

        if (text[2] is not '.' || text[5] is not '.' || !DateOnly.TryParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        return day.Day > 12 ? new WrittenDate(day, default, DateOrder.DayFirst, IsDotted: true)
            : day.Day == day.Month ? new WrittenDate(day, day, DateOrder.Certain, IsDotted: true)
            : new WrittenDate(day, new DateOnly(day.Year, day.Day, day.Month), DateOrder.Either, IsDotted: true);
    }

    private static Match Compact(string text)
    {
        var day = CompactDay().Match(text);
        return day.Success && Part(day, "year") is >= FirstYear and (<= LastYear or NoEnd) ? day : CompactYear().Match(text);
    }

    private static WrittenDate? Make(Match match)
    {
        var year = Part(match, "year");
        if (match.Groups["year"].Length == 2)
        {
            if (year > LastOfCentury)
            {
                return null;
            }

            year += 2000;
        }

        if (match.Groups["name"].Success)
        {
            return Names.TryGetValue(match.Groups["name"].Value, out var named) ? Certain(Moment(match, year, named, Part(match, "day"))) : null;
        }

        var (first, second) = (Part(match, "day"), Part(match, "month"));
        var (day, month) = (Moment(match, year, second, first), Moment(match, year, first, second));
        return (match.Groups["sign"].Success && !match.Groups["mixed"].Success, day, month) switch
        {
            (false, _, _) => Certain(day),
            (_, null, null) => null,
            (_, { } only, null) => new WrittenDate(only, default, DateOrder.DayFirst, IsPoint(match)),
            (_, null, { } only) => new WrittenDate(default, only, DateOrder.MonthFirst, IsPoint(match)),
            (_, { } one, { } other) => new WrittenDate(one, other, one == other ? DateOrder.Certain : DateOrder.Either, IsPoint(match)),
        };
    }

    private static bool IsPoint(Match match) => match.Groups["sign"].ValueSpan is ".";

    private static WrittenDate? Certain(DateOnly? day) => day is { } there ? new WrittenDate(there, there, DateOrder.Certain, IsDotted: false) : null;

    /// <summary>The day in Norway; null when no calendar or clock has it.</summary>
    private static DateOnly? Moment(Match match, int year, int month, int day)
    {
        if (year is < 1 or > NoEnd || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        if (!match.Groups["hour"].Success)
        {
            return DateOnly.FromDateTime(local);
        }

        var (hour, minute, second) = (Part(match, "hour"), Part(match, "minute"), match.Groups["second"].Success ? Part(match, "second") : 0);
        if (hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        local = local.AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return match.Groups["zone"] is not { Success: true, Value: var zone } ? DateOnly.FromDateTime(local)
            : Offset(zone) is { } offset && year is >= FirstYear and <= LastYear ? DateOnly.FromDateTime(NorwegianTime.Local(new DateTimeOffset(local, offset)))
            : null;
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        var digits = zone.Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = (int.Parse(digits.AsSpan(1, 2), CultureInfo.InvariantCulture), digits.Length > 3 ? int.Parse(digits.AsSpan(3), CultureInfo.InvariantCulture) : 0);
        return hours > 14 || minutes > 59 || (hours == 14 && minutes > 0) ? null : new TimeSpan(hours, minutes, 0) * (digits[0] is '-' ? -1 : 1);
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Dictionary<string, int> MonthNames()
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        string[][] all =
        [
            Months,
            ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"],
            ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"],
        ];
        foreach (var (number, name) in all.SelectMany(language => language.Index()))
        {
            names[name] = number + 1;
        }

        return names;
    }

    private const string Time = @"((T|,?\s+(kl\.?\s*)?)(?<hour>\d{1,2})[:.](?<minute>\d{2})([:.](?<second>\d{2})([.,]\d{1,9})?)?(\s?[AP]\.?M\.?)?\s?(?<zone>Z|[+-]\d{2}(:?\d{2})?)?)?$";

    [GeneratedRegex(@"^(?<day>\d{1,2})((?<sign>[./-])[ \u00A0]?(?<month>\d{1,2})\k<sign>[ \u00A0]?|(?<mixed>(?<sign>/)(?<month>\d{1,2})[- ]))(?<year>\d{4}|\d{2})" + Time, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?<year>\d{4})(?<part>[./-])(?<month>\d{1,2})\k<part>(?<day>\d{1,2})" + Time, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^((?<day>\d{1,2})(st|nd|rd|th)?[. \u00A0/-]{0,3}(?<name>[a-z]{3,9})[. \u00A0,/-]{1,3}|(?<name>[a-z]{3,9})\.?[ \u00A0](?<day>\d{1,2})(st|nd|rd|th)?,?[ \u00A0])(?<year>\d{4}|\d{2})" + Time, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CompactDay();

    [GeneratedRegex(@"^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})" + Time, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CompactYear();
}
