using Mestring.Core.Measures;

namespace Mestring.Web.Quality;

/// <summary>How complete the measurements of one point are, and why some are missing.</summary>
/// <param name="StillOpen">Not done, but still counts if it is done now.</param>
/// <param name="NotRegistered">The window has closed with nothing said.</param>
public sealed record PointQuality(MeasurementPoint Point, Completeness Counts, int Declined, int Unable, int Missed, int StillOpen, int NotRegistered)
{
    /// <summary>With another course; its completeness is counted elsewhere.</summary>
    public PointQuality With(MeasurementStatus? status, PointState state) => (status, state) switch
    {
        (MeasurementStatus.Declined, _) => this with { Declined = Declined + 1 },
        (MeasurementStatus.Unable, _) => this with { Unable = Unable + 1 },
        (MeasurementStatus.Missed, _) => this with { Missed = Missed + 1 },
        (_, PointState.Overdue) => this with { StillOpen = StillOpen + 1 },
        (null, PointState.Missing) => this with { NotRegistered = NotRegistered + 1 },
        _ => this,
    };

    /// <summary>How many more must be done before figures of this point are shown; 0 when enough are, or nothing is due.</summary>
    public int Needed => Counts.Due == 0 ? 0 : Counts.Needed;
}
