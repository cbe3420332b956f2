namespace Mestring.Core.Networks;

/// <summary>Whom a municipality is advised to bring. Advice, never a condition.</summary>
public sealed record AttendanceAdvice
{
    /// <summary>At least so many people at each gathering; null when no number is advised.</summary>
    public int? PersonsPerGathering { get; init; }

    /// <summary>Ids of the roles (<see cref="EnrolmentChoices.Roles"/>) that should be at the first gathering.</summary>
    public IReadOnlyList<string> RolesAtFirst { get; init; } = [];

    /// <summary>Whether fewer than advised are coming. Nobody at all is not few but unanswered.</summary>
    /// <param name="persons">People registered; 0 or more.</param>
    public bool IsFew(int persons) => persons > 0 && persons < PersonsPerGathering;

    /// <summary>The advised roles that nobody coming has; empty for every gathering but the first.</summary>
    /// <param name="gathering">The gathering's number.</param>
    /// <param name="roles">Ids of the roles of those who come.</param>
    public IReadOnlyList<string> MissingRoles(int gathering, IEnumerable<string> roles) =>
        gathering is 1 ? [.. RolesAtFirst.Except(roles, StringComparer.Ordinal)] : [];
}
