using System.Net;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.HostFiltering;

namespace Mestring.Web.Access;

/// <summary>
/// Where people reach this installation, as its operator says: every link in a mail, a calendar or on paper begins with it, and never with what a
/// request claims (ADR 0030). While developing, without the setting, it is the first address the server listens on.
/// </summary>
internal sealed record SiteAddress
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly string[] _moreHosts;

    /// <param name="address">The address alone: https://mestring.example.</param>
    /// <param name="isGiven">Whether the operator has said it.</param>
    /// <param name="moreHosts">More names that requests may be made to, such as the one a health probe uses.</param>
    public SiteAddress(Uri address, bool isGiven = true, params string[] moreHosts) => (Address, IsGiven, _moreHosts) = (address, isGiven, moreHosts);

    public Uri Address { get; }

    /// <summary>Whether the operator has said it, or it was taken from where a developer's server listens.</summary>
    public bool IsGiven { get; }

    /// <summary>Whether browsers come over TLS: cookies are then for TLS alone.</summary>
    public bool IsSecure => string.Equals(Address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    /// <summary>Whether only this machine is meant.</summary>
    public bool IsLoopback => Address.IsLoopback;

    /// <summary>The name of a cookie of ours. With TLS it is bound to this host and to TLS (RFC 6265bis, __Host-).</summary>
    public string Cookie(string name) => IsSecure ? $"__Host-{name}" : name;

    /// <summary>The full address of a path.</summary>
    public string Of(string path) => $"{Address.GetLeftPart(UriPartial.Authority)}{path}";

    /// <summary>The host names that requests may be made to; all others are answered 400 before anything reads them.</summary>
    public IList<string> Hosts() => [.. (IsGiven ? [Address.Host] : Loopback.Append(Address.Host)).Concat(_moreHosts).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static void Limit(HostFilteringOptions options, SiteAddress site) => options.AllowedHosts = site.Hosts();

    /// <exception cref="SettingsException">The setting is missing outside development, or no web address.</exception>
    public static SiteAddress Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var more = (configuration["AllowedHosts"] ?? string.Empty).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(h => h is not "*").ToArray();
        return configuration["Address"] switch
        {
            null or "" when environment.IsDevelopment() => new SiteAddress(Listening(configuration["urls"]), isGiven: false, more),
            null or "" => throw new SettingsException("Address is not set. Give the address people open, such as --Address https://mestring.example: the links in mails begin with it."),
            var typed when Parse(typed) is { } address => new SiteAddress(address, isGiven: true, more),
            var typed => throw new SettingsException($"Address is '{typed}'. Give the address people open, without a path, such as https://mestring.example."),
        };
    }

    private static Uri? Parse(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && (string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) || string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" } && address.Host.Length > 0 && !IPAddress.Any.Equals(Ip(address)) && !IPAddress.IPv6Any.Equals(Ip(address))
            ? address : null;

    private static IPAddress? Ip(Uri address) => IPAddress.TryParse(address.Host, out var ip) ? ip : null;

    private static Uri Listening(string? urls) =>
        (urls ?? string.Empty).Split(';', StringSplitOptions.TrimEntries).Select(Parse).FirstOrDefault(u => u is not null) ?? new Uri("http://localhost:5000");
}
