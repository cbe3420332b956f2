namespace Mestring.Core.Measures;

/// <summary>Whether hours freed after a course can be counted, and if not, why. Every course is in exactly one state on a day.</summary>
public enum FreedState
{
    /// <summary>At least a day after the course has been seen, and the hours before are known.</summary>
    Counted,

    /// <summary>The course runs, or ended so lately that no day after it has passed.</summary>
    UnderWay,

    /// <summary>The person died: a line of its own, never hours freed.</summary>
    Died,

    /// <summary>The person moved to lasting care in an institution: a line of its own.</summary>
    Institution,

    /// <summary>The person moved out of the municipality.</summary>
    MovedOut,

    /// <summary>Nothing is known of what was granted on the first day.</summary>
    NotKnown,

    /// <summary>A new user without an estimate: there is no before.</summary>
    NewUser,

    /// <summary>The year was over when the course ended.</summary>
    TooLate,
}
