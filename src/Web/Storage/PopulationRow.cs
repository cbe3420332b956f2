using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>The inhabitants of a municipality on a day, and who says so.</summary>
internal sealed class PopulationRow
{
    public required MunicipalityCode Code { get; init; }

    public required DateOnly AsOf { get; init; }

    public int Inhabitants { get; set; }

    public string Source { get; set; } = "";
}
