using Mestring.Core.Networks;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>The municipality whose rows this request (or command) may see; the default sees nobody's.</summary>
internal sealed class Tenant
{
    public MunicipalityCode Municipality { get; set; }

    /// <summary>The network the request is about, when it is about one the municipality is a member of.</summary>
    public Membership? Membership { get; set; }

    /// <summary>What may be registered about the courses of that network today.</summary>
    public Registration Registration { get; set; }

    /// <summary>The last day they are changed, when the network has ended; else null.</summary>
    public DateOnly? RegistrationEnds { get; set; }
}
