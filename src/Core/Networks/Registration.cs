namespace Mestring.Core.Networks;

/// <summary>What may be registered about the courses of a network.</summary>
public enum Registration
{
    /// <summary>New courses, and everything about those that are there.</summary>
    Open,

    /// <summary>The network has ended: no new course, but those that are there are followed up.</summary>
    FollowUps,

    /// <summary>The last window has closed: courses are read, and no longer changed.</summary>
    Closed,
}
