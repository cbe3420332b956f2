using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mestring.Web.Access;

/// <summary>Whether this installation shows a demonstration, and who may pick its made-up people: whoever sits at this machine, and nobody who can only reach it.</summary>
internal sealed class DemonstrationSettings(bool isOn, IServer? server)
{
    /// <summary>Headers of what passes requests on, in every dress they are known in; also those the forwarded-headers middleware leaves when it has read the others.</summary>
    private static readonly string[] PassedOn = ["X-Forwarded-", "X-Original-", "X-Real-", "X-Client-", "X-Cluster-", "Forwarded", "Via", "True-Client-IP", "CF-", "Fastly-", "X-Envoy-", "X-ProxyUser-", "Proxy-"];

    public bool IsOn => isOn;

    /// <summary>
    /// Every address the server listens on is loopback, as it says itself at this moment. A server that knows of addresses but has none
    /// yet could listen anywhere; one that knows of no addresses at all is not on a network, nor is a verb of the command line, which has none.
    /// </summary>
    public bool ListensOnLoopback => server?.Features.Get<IServerAddressesFeature>() is not { Addresses: var addresses }
        || (addresses.Count > 0 && addresses.All(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri.IsLoopback));

    /// <summary>
    /// The demonstration is on, people are told to open this machine and no other, both ends of the connection and the name that was asked for are this machine,
    /// the page the form came from was too, and nothing passed the request on.
    /// </summary>
    public bool IsOfferedTo(HttpContext http) =>
        IsOn
        && ListensOnLoopback
        && http.RequestServices.GetRequiredService<SiteAddress>().IsLoopback
        && IsThisMachine(http.Connection.RemoteIpAddress)
        && IsThisMachine(http.Connection.LocalIpAddress)
        && IsThisMachine(http.Request.Host.Host)
        && http.Request.Headers.Origin.All(from => string.IsNullOrEmpty(from) || (Uri.TryCreate(from, UriKind.Absolute, out var page) && page.IsLoopback))
        && !http.Request.Headers.Keys.Any(name => PassedOn.Any(sign => name.StartsWith(sign, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Null where there is no network at all.</summary>
    private static bool IsThisMachine(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsThisMachine(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
