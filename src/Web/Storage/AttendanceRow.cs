using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>How many came from a municipality to a gathering, as the network leader counted them.</summary>
internal sealed class AttendanceRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required string Network { get; init; }

    public required int Gathering { get; init; }

    public int Present { get; set; }

    public int Politicians { get; set; }

    public int Version { get; set; }
}
