namespace Mestring.Core.Networks;

/// <summary>What a follow-up window is counted in.</summary>
public enum WindowUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Seven days.</summary>
    Weeks,

    /// <summary>Calendar months; 31 January plus one month is the last day of February.</summary>
    Months,
}
