namespace Mestring.Web.Storage;

/// <summary>How what a course waits for stands on a day.</summary>
public enum FollowUpStanding
{
    /// <summary>The day has passed, but it still counts.</summary>
    Overdue,

    /// <summary>It can be done, and the day has not passed.</summary>
    Due,

    /// <summary>The window has closed with nothing registered, and a reason can be given.</summary>
    Missed,

    /// <summary>The window opens within four weeks.</summary>
    Coming,

    /// <summary>The window opens later than that.</summary>
    Later,
}
