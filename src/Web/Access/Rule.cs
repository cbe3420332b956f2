using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>Who may call an endpoint. Stands beside the route; an endpoint without one answers nobody.</summary>
/// <param name="Scope">Where a role must have been granted.</param>
/// <param name="Roles">The roles that may; empty: whoever is inside the scope.</param>
internal sealed record Rule(Scope Scope, IReadOnlyList<Role> Roles)
{
    /// <summary>Whether the endpoint can show a single person's course, which takes a second factor.</summary>
    public bool OpensCases { get; init; }

    /// <summary>Whether it answers in a network that registers no cases too, as what is kept of a network does; other endpoints that open cases are not there.</summary>
    public bool OfEveryNetwork { get; init; }

    /// <summary>Whether the endpoint gives others rights in a municipality, which takes a second factor as well.</summary>
    public bool GivesRights { get; init; }

    /// <summary>Whether who calls it must have given a second factor: where courses are opened, rights given, and for all that leaders and the operator do.</summary>
    public bool TakesSecondFactor => OpensCases || GivesRights || Scope is Scope.AnyNetwork or Scope.Network or Scope.Installation;

    /// <summary>How long it answers in the life of a network: a form for new courses while it is open, one that changes courses while they are followed up.</summary>
    public Registration Until { get; init; } = Registration.Closed;
}
