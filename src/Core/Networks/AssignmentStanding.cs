namespace Mestring.Core.Networks;

/// <summary>How a municipality stands with one assignment on one day.</summary>
public enum AssignmentStanding
{
    /// <summary>The gathering it follows from is not held yet.</summary>
    NotOpen,

    /// <summary>Being worked with; the deadline is not passed.</summary>
    Open,

    /// <summary>The deadline is passed and nothing is handed in.</summary>
    Late,

    /// <summary>Handed in, not yet read.</summary>
    HandedIn,

    /// <summary>Sent back with a comment.</summary>
    Returned,

    /// <summary>Read and accepted.</summary>
    Approved,
}
