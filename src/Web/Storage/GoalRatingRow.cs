using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>The person's own rating of a goal at a point: COPM 1 to 10, or PSFS 0 to 10 (performance only).</summary>
internal sealed class GoalRatingRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required MeasurementPoint Point { get; init; }

    public required int Number { get; init; }

    public int? Performance { get; set; }

    public int? Satisfaction { get; set; }
}
