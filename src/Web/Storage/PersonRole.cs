using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What a person may do, and where: in one municipality, in one network, or (operator) everywhere.</summary>
internal sealed class PersonRole
{
    public required Guid PersonId { get; init; }

    public required Role Role { get; init; }

    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public DateTimeOffset GrantedAt { get; set; }
}
