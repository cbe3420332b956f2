namespace Mestring.Core.Networks;

/// <summary>Whom a municipality is advised to bring. Advice, never a condition.</summary>
public sealed record AttendanceAdvice
{
    /// <summary>At least so many people at each gathering; null when no number is advised.</summary>
    public int? PersonsPerGathering { get; init; }

    /// <summary>Ids of the roles (<see cref="EnrolmentChoices.Roles"/>) that should be at the first gathering.</summary>
    public IReadOnlyList<string> RolesAtFirst { get; init; } = [];
}
