namespace Mestring.Web.Networks;

/// <summary>Where a network stands, as the public sees it.</summary>
public enum Kind
{
    /// <summary>A municipality may enrol today.</summary>
    Open,

    /// <summary>Enrolment is over; the first gathering has not been held.</summary>
    Closed,

    /// <summary>Gatherings are held.</summary>
    Running,

    /// <summary>The gatherings are over, but people are still followed up.</summary>
    Followed,

    /// <summary>All is done.</summary>
    Over,

    /// <summary>Called off before it began.</summary>
    Cancelled,
}
