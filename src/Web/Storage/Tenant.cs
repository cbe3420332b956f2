using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>The municipality whose rows this request (or command) may see; the default sees nobody's.</summary>
internal sealed class Tenant
{
    public MunicipalityCode Municipality { get; set; }

    /// <summary>The programme of the network the request is about, when it is about one the municipality is a member of.</summary>
    public string? Programme { get; set; }
}
