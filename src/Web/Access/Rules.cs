using Mestring.Core.Networks;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>The permissions, as they are written beside a route.</summary>
internal static class Rules
{
    /// <summary>Whoever is in the municipality.</summary>
    public static readonly Role[] Members = [Role.Coordinator, Role.Approver, Role.Professional, Role.Reader];

    /// <summary>Those who work with service users.</summary>
    public static readonly Role[] CaseWorkers = [Role.Coordinator, Role.Professional];

    public static T ForEveryone<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Everyone, []));

    public static T ForSignedIn<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.SignedIn, []));

    public static T ForLeaders<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.AnyNetwork, [Role.Leader]));

    /// <summary>The leader of the network {slug}.</summary>
    public static T ForLeader<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Network, [Role.Leader]));

    /// <summary>People of the municipality {municipality} with one of the roles.</summary>
    public static T ForMunicipality<T>(this T endpoint, params Role[] roles)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Municipality, roles));

    /// <summary>People of the municipality who work with service users; takes a second factor.</summary>
    public static T ForCaseWorkers<T>(this T endpoint, Registration until = Registration.Closed)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Municipality, CaseWorkers) { OpensCases = true, Until = until });

    /// <summary>Coordinators of the municipality, where courses are deleted, or taken in and handed out many at once; takes a second factor.</summary>
    public static T ForCaseCoordinators<T>(this T endpoint, Registration until = Registration.Closed)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Municipality, [Role.Coordinator]) { OpensCases = true, Until = until });

    /// <summary>Coordinators of the municipality, where they see and delete what is kept of any network; takes a second factor.</summary>
    public static T ForKeepers<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Municipality, [Role.Coordinator]) { OpensCases = true, OfEveryNetwork = true });

    /// <summary>Coordinators of the municipality, where they give others rights; takes a second factor.</summary>
    public static T ForRightsGivers<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Municipality, [Role.Coordinator]) { GivesRights = true });

    public static T ForOperator<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.With(new Rule(Scope.Installation, [Role.Operator]));

    private static T With<T>(this T endpoint, Rule rule)
        where T : IEndpointConventionBuilder
    {
        endpoint.Add(e => e.Metadata.Add(rule));
        return endpoint;
    }
}
