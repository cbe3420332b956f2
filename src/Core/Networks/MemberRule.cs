namespace Mestring.Core.Networks;

/// <summary>How many municipalities a network needs and plans for.</summary>
/// <param name="Minimum">Fewer than these, and the network does not start; null when the programme states none.</param>
/// <param name="PlannedFrom">The plan, from; null when the programme states none.</param>
/// <param name="PlannedTo">The plan, to; confirmed members above this go on the waiting list. Null when the programme states none.</param>
public sealed record MemberRule(int? Minimum = null, int? PlannedFrom = null, int? PlannedTo = null)
{
    /// <summary>Whether there are enough to start.</summary>
    public bool IsEnough(int confirmed) => !(confirmed < Minimum);

    /// <summary>Whether the plan has no more room.</summary>
    public bool IsFull(int confirmed) => confirmed >= PlannedTo;
}
