namespace Mestring.Formats.Excel;

/// <summary>What a cell style makes of a number.</summary>
internal enum ShownAs
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, perhaps with a time.</summary>
    Day,

    /// <summary>A time of day.</summary>
    Clock,

    /// <summary>An amount of time: hours beyond a day, or minutes and seconds.</summary>
    Elapsed,

    /// <summary>A share in per cent.</summary>
    Percent,
}
