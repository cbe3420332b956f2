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

    /// <summary>What whoever gave the role calls the person; empty when nobody said. Shown where the role was given, until the person has signed in there.</summary>
    public string Name { get; set; } = "";
}
