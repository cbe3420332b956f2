using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A municipality with the time it is valid: from the first day, to the day after the last.</summary>
internal sealed class PlaceRow
{
    public required MunicipalityCode Code { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    public string Name { get; set; } = "";

    public string CountyCode { get; set; } = "";

    public string CountyName { get; set; } = "";
}
