using Mestring.Core.Indicators;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A municipality's figures for one year: draft until a coordinator or approver hands them over.</summary>
internal sealed class DeliveryRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public required int Year { get; init; }

    public DeliveryState State { get; set; }

    public string Comment { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    public int Version { get; set; }
}
