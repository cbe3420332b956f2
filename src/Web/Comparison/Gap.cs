namespace Mestring.Web.Comparison;

/// <summary>Why a figure at a point is not shown.</summary>
internal enum Gap
{
    /// <summary>Nobody has the value both times yet.</summary>
    NotYet,

    /// <summary>Too few of one's own for a mean to say anything.</summary>
    Few,

    /// <summary>Less than 60 % of what is due is done.</summary>
    Incomplete,

    /// <summary>Disclosure control has hidden it.</summary>
    Hidden,
}
