using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>Hours a week granted at a point, for one service code of the national register.</summary>
internal sealed class GrantedHoursRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required MeasurementPoint Point { get; init; }

    public required string Service { get; init; }

    public double HoursPerWeek { get; set; }
}
