using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mestring.Web.Access;

/// <summary>Whether this installation shows a demonstration, and whether only this machine can reach it.</summary>
internal sealed class DemonstrationSettings(bool isOn, IServer? server)
{
    public bool IsOn => isOn;

    /// <summary>
    /// Every address the server listens on is loopback, as it says itself at this moment. A server that knows of addresses but has none
    /// yet could listen anywhere; one that knows of no addresses at all is not on a network, nor is a verb of the command line, which has none.
    /// </summary>
    public bool ListensOnLoopback => server?.Features.Get<IServerAddressesFeature>() is not { Addresses: var addresses }
        || (addresses.Count > 0 && addresses.All(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri.IsLoopback));
}
