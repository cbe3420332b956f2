using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>Who may call an endpoint. Stands beside the route; an endpoint without one answers nobody.</summary>
/// <param name="Scope">Where a role must have been granted.</param>
/// <param name="Roles">The roles that may; empty: whoever is inside the scope.</param>
internal sealed record Rule(Scope Scope, IReadOnlyList<Role> Roles)
{
    /// <summary>Whether the endpoint can show a single person's course, which takes a second factor.</summary>
    public bool OpensCases { get; init; }
}
