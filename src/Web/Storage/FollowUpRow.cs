using Mestring.Core.Measures;
using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A measurement that a course still waits for, with its window. Made and taken away as the course is saved; gone once it is registered or no longer due.</summary>
internal sealed class FollowUpRow
{
    public required MunicipalityCode Municipality { get; init; }

    public required Guid CaseId { get; init; }

    public required MeasurementPoint Point { get; init; }

    public string Network { get; set; } = "";

    /// <summary>The first day the measurement counts.</summary>
    public DateOnly Opens { get; set; }

    /// <summary>The day it should be done.</summary>
    public DateOnly Due { get; set; }

    /// <summary>The last day it counts.</summary>
    public DateOnly Closes { get; set; }

    /// <summary>Whether the measurement is begun: then it is waited for until it is finished.</summary>
    public bool Begun { get; set; }
}
