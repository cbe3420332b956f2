namespace Mestring.Core.Measures;

/// <summary>How a measurement of a course stands on a day. Every course is in exactly one state for each point.</summary>
public enum PointState
{
    /// <summary>The window has not opened.</summary>
    NotYetDue,

    /// <summary>The window is open and the day it should be done has not passed.</summary>
    Due,

    /// <summary>The day has passed, but a measurement still counts.</summary>
    Overdue,

    /// <summary>The person was measured.</summary>
    Done,

    /// <summary>Declined, unable or missed, or the window closed with nothing registered.</summary>
    Missing,

    /// <summary>The course was broken off, or the person died, before it was due.</summary>
    NoLongerDue,
}
