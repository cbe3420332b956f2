namespace Mestring.Core.Networks;

/// <summary>What has become of a municipality's enrolment in a network.</summary>
public enum EnrolmentState
{
    /// <summary>Sent in, not yet answered.</summary>
    Received,

    /// <summary>The municipality is a member.</summary>
    Confirmed,

    /// <summary>Wanted, but the network is full for now.</summary>
    WaitingList,

    /// <summary>Turned down by the network leader.</summary>
    Declined,

    /// <summary>Taken back by the municipality.</summary>
    Withdrawn,
}
