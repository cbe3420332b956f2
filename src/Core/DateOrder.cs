namespace Mestring.Core;

/// <summary>Which of day and month a written date has first.</summary>
public enum DateOrder
{
    /// <summary>It does not matter: the year comes first, the month is a word, or day and month are the same number.</summary>
    Certain,

    /// <summary>It can be read both ways.</summary>
    Either,

    /// <summary>Only the day can come first.</summary>
    DayFirst,

    /// <summary>Only the month can come first.</summary>
    MonthFirst,
}
