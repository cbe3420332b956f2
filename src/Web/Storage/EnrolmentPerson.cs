using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>Somebody who will take part: a name or a function, a role of the programme, and the numbers of the gatherings, separated by blanks.</summary>
internal sealed class EnrolmentPerson
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public required int Number { get; init; }

    public string Who { get; set; } = "";

    public string Role { get; set; } = "";

    public string Gatherings { get; set; } = "";
}
