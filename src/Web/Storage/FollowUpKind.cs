namespace Mestring.Web.Storage;

/// <summary>What a course waits for.</summary>
public enum FollowUpKind
{
    /// <summary>The measurement at the start.</summary>
    Start,

    /// <summary>The measurement after ten weeks.</summary>
    Weeks10,

    /// <summary>The measurement after six months.</summary>
    Months6,

    /// <summary>The measurement after twelve months.</summary>
    Months12,

    /// <summary>Where the person lives 91 days after the start.</summary>
    LivingAfter91Days,

    /// <summary>Where the person lives twelve months after the start.</summary>
    LivingAfter12Months,

    /// <summary>That the course is ended, or planned to end later.</summary>
    PlannedEnd,
}
