using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What was measured at one of the four points. A part that is missing is null, never zero.</summary>
internal sealed class MeasurementRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required MeasurementPoint Point { get; init; }

    public MeasurementStatus Status { get; set; }

    public DateOnly? MeasuredOn { get; set; }

    public int? SppbBalance { get; set; }

    public int? SppbGait { get; set; }

    public int? SppbChair { get; set; }

    public int? Satisfaction { get; set; }

    /// <summary>The parts somebody has gone through, separated by blanks: "goals sppb satisfaction hours". A part that is answered may still hold gaps.</summary>
    public string Answered { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    public int Version { get; set; }
}
