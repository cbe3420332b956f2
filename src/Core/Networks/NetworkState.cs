namespace Mestring.Core.Networks;

/// <summary>Where a network run is in its life.</summary>
public enum NetworkState
{
    /// <summary>Being prepared by its leader; nobody else sees it.</summary>
    Draft,

    /// <summary>Published, and enrolment is open until the deadline.</summary>
    Open,

    /// <summary>Enrolment is closed; it is not yet decided or started.</summary>
    Closed,

    /// <summary>Decided to go ahead; gatherings and registration are under way.</summary>
    Running,

    /// <summary>The last gathering is held; follow-ups may still be registered.</summary>
    Ended,

    /// <summary>Called off before it began: no gathering was held and nothing is followed up.</summary>
    Cancelled,
}
