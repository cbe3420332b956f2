namespace Mestring.Web.Design;

/// <summary>How far something has come. Always shown with icon and text, never by colour alone.</summary>
public enum StateKind
{
    /// <summary>Not yet: planned, not open, not due.</summary>
    Neutral,

    /// <summary>Finished, approved, paid.</summary>
    Done,

    /// <summary>Delivered or sent, and now somebody else's turn.</summary>
    Info,

    /// <summary>Somebody should look at it.</summary>
    Warning,

    /// <summary>Late, or in the way of going on.</summary>
    Danger,
}
