using Mestring.Web.Storage;

namespace Mestring.Web.FollowUps;

/// <summary>Where people reach this installation, for links in mails that no request asked for; null when the operator has not said.</summary>
internal sealed record SiteAddress(Uri? Address)
{
    /// <exception cref="SettingsException">The setting is no web address.</exception>
    public static SiteAddress Read(IConfiguration configuration) => configuration["Address"] switch
    {
        null or "" => new SiteAddress((Uri?)null),
        var typed when Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" => new SiteAddress(new Uri(typed)),
        var typed => throw new SettingsException($"Address is '{typed}'. Give the address people open, such as https://mestring.example."),
    };

    /// <summary>The full address of a path; the path alone when the installation's is not known.</summary>
    public string Of(string path) => Address is null ? path : new Uri(Address, path).AbsoluteUri;
}
