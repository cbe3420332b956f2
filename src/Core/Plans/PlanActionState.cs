namespace Mestring.Core.Plans;

/// <summary>How far a measure of the development plan has come.</summary>
public enum PlanActionState
{
    /// <summary>Agreed, not begun.</summary>
    Planned,

    /// <summary>Under way.</summary>
    Started,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Given up, with a reason in the note.</summary>
    Stopped,
}
