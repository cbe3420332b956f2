using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What was measured at one of the four points.</summary>
internal sealed class MeasurementRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required MeasurementPoint Point { get; init; }

    public MeasurementStatus Status { get; set; }

    public DateOnly? MeasuredOn { get; set; }

    /// <summary>Value or reason by item (see <see cref="MeasurementItems"/>), as JSON. What is not there was not answered.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>The parts somebody has gone through, separated by blanks: "goals sppb service hours". A part that is answered may still hold gaps.</summary>
    public string Answered { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";
}
