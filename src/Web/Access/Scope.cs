namespace Mestring.Web.Access;

/// <summary>What a rule is about.</summary>
internal enum Scope
{
    /// <summary>Anybody, signed in or not.</summary>
    Everyone,

    /// <summary>Anybody who is signed in.</summary>
    SignedIn,

    /// <summary>Whoever leads networks at all.</summary>
    AnyNetwork,

    /// <summary>The network {slug} of the route.</summary>
    Network,

    /// <summary>The municipality {municipality} of the route, which must be a member of {slug} where the route has one.</summary>
    Municipality,

    /// <summary>The whole installation.</summary>
    Installation,
}
