namespace Mestring.Formats.Tables;

/// <summary>What the file says a cell is. A text file knows only texts and blanks.</summary>
public enum CellKind
{
    /// <summary>Nothing stands there.</summary>
    Blank,

    /// <summary>Text as written.</summary>
    Text,

    /// <summary>A number, with a decimal point.</summary>
    Number,

    /// <summary>A day as yyyy-MM-dd, or a moment as yyyy-MM-ddTHH:mm:ss.</summary>
    Date,

    /// <summary>A time of day as HH:mm:ss.</summary>
    Time,

    /// <summary>The word true or false.</summary>
    Boolean,

    /// <summary>An error of a spreadsheet, such as #N/A.</summary>
    Error,

    /// <summary>An amount of time, in seconds with a decimal point.</summary>
    Duration,

    /// <summary>A share as it is shown: the number of per cent, with a decimal point.</summary>
    Percent,
}
