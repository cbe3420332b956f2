namespace Mestring.Web.Access;

/// <summary>Whether what was typed is kept.</summary>
internal enum DraftKept
{
    /// <summary>It is stored.</summary>
    Yes,

    /// <summary>It is longer than any form of ours.</summary>
    TooLong,

    /// <summary>The person has begun as many forms as are kept.</summary>
    TooMany,

    /// <summary>The database did not take it.</summary>
    Failed,
}
