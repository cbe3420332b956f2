using Mestring.Core.Measures;

namespace Mestring.Web.Quality;

/// <summary>How complete the measurements of one point are, and why some are missing.</summary>
/// <param name="StillOpen">Not done, but still counts if it is done now.</param>
/// <param name="NotRegistered">The window has closed with nothing said.</param>
public sealed record PointQuality(MeasurementPoint Point, Completeness Counts, int Declined, int Unable, int Missed, int StillOpen, int NotRegistered)
{
    /// <summary>How many more must be done before figures of this point are shown; 0 when enough are.</summary>
    public int Needed => Counts.Due == 0 || Counts.IsEnough ? 0 : ((Counts.Due * 3) + 4) / 5 - Counts.Done;
}
