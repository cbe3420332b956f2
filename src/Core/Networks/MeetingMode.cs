namespace Mestring.Core.Networks;

/// <summary>How people meet.</summary>
public enum MeetingMode
{
    /// <summary>To be decided.</summary>
    Undecided,

    /// <summary>In a room.</summary>
    Physical,

    /// <summary>By video.</summary>
    Digital,
}
