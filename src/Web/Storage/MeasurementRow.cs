using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>What was measured at one of the four points.</summary>
internal sealed class MeasurementRow
{
    /// <summary>What <see cref="IsBegun"/> is of a row in the database, where an index holds those few.</summary>
    internal const string BegunFilter = "status = 'Done' AND asked = ''";

    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required MeasurementPoint Point { get; init; }

    public MeasurementStatus Status { get; set; }

    public DateOnly? MeasuredOn { get; set; }

    /// <summary>Value or reason by item (see <see cref="MeasurementItems"/>), as JSON. What is not there was not answered.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>The parts somebody has gone through, separated by blanks: "goals sppb service hours". A part that is answered may still hold gaps.</summary>
    public string Answered { get; set; } = "";

    /// <summary>The parts that were in force when it was finished (see <see cref="MeasurementItems.Asked"/>); empty until then.</summary>
    public string Asked { get; set; } = "";

    /// <summary>Whether somebody said that the person was measured and has not gone through what everybody is asked.</summary>
    public bool IsBegun => Status is MeasurementStatus.Done && Asked.Length == 0;

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";
}
