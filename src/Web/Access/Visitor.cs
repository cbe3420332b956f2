using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Access;

/// <summary>Who makes this request, and what they may be where. Nobody until the session is read.</summary>
internal sealed class Visitor
{
    public Guid? PersonId { get; private set; }

    public string Name { get; private set; } = "";

    public bool Demonstration { get; private set; }

    /// <summary>Whether a second factor is set up, and whether it was given in this session.</summary>
    public bool HasSecondFactor { get; private set; }

    public bool GaveSecondFactor { get; private set; }

    /// <summary>Which session this is; empty for nobody.</summary>
    public string Session { get; private set; } = "";

    public IReadOnlyList<PersonRole> Roles { get; private set; } = [];

    /// <summary>Signed in, with the second factor where one is set up.</summary>
    public bool IsSignedIn => PersonId is not null && (!HasSecondFactor || GaveSecondFactor);

    public bool IsOperator => Has(Role.Operator);

    public IEnumerable<MunicipalityCode> Municipalities => Roles.Where(r => r.Municipality != default).Select(r => r.Municipality).Distinct();

    public void Is(Person person, Session session, IReadOnlyList<PersonRole> roles)
    {
        PersonId = person.Id;
        Name = person.Name;
        Demonstration = person.Demonstration;
        HasSecondFactor = person.TotpConfirmedAt is not null && !person.Demonstration;
        GaveSecondFactor = session.SecondFactorAt is not null;
        Session = session.TokenHash;
        Roles = roles;
    }

    public bool Has(Role role) => Roles.Any(r => r.Role == role);

    public bool Leads(string network) => Roles.Any(r => r.Role is Role.Leader && string.Equals(r.Network, network, StringComparison.Ordinal));

    public bool IsIn(MunicipalityCode municipality) => Roles.Any(r => r.Municipality == municipality);

    public bool Is(MunicipalityCode municipality, params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Any(r => r.Municipality == municipality && r.Role == role))
            {
                return true;
            }
        }

        return false;
    }
}
