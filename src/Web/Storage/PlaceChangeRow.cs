using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A municipality that became another: renamed or renumbered, merged, or split.</summary>
internal sealed class PlaceChangeRow
{
    public required MunicipalityCode FromCode { get; init; }

    public required MunicipalityCode ToCode { get; init; }

    public required DateOnly ChangedOn { get; init; }

    public string Kind { get; set; } = "";
}
