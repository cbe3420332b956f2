namespace Mestring.Core.Networks;

/// <summary>What has become of a municipality's answer to an assignment.</summary>
public enum HandInState
{
    /// <summary>Delivered, not yet read by the network leader.</summary>
    HandedIn,

    /// <summary>Sent back with a comment; the municipality may deliver again.</summary>
    Returned,

    /// <summary>Read and accepted.</summary>
    Approved,
}
