namespace Mestring.Web.Storage;

/// <summary>Why courses were deleted.</summary>
internal enum DeletionKind
{
    /// <summary>One course, by somebody's decision.</summary>
    Course,

    /// <summary>Every course of a municipality in one network, at the end of the agreement.</summary>
    Network,

    /// <summary>Courses that had been kept as long as the programme says.</summary>
    Retention,
}
