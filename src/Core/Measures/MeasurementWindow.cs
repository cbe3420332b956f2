namespace Mestring.Core.Measures;

/// <summary>The days in which a measurement counts for its point, in one course.</summary>
/// <param name="Point">Which of the four.</param>
/// <param name="Opens">The first day it counts.</param>
/// <param name="Due">The day it should be done.</param>
/// <param name="Closes">The last day it counts.</param>
public readonly record struct MeasurementWindow(MeasurementPoint Point, DateOnly Opens, DateOnly Due, DateOnly Closes)
{
    /// <summary>Whether a measurement on this day counts.</summary>
    public bool Contains(DateOnly day) => Opens <= day && day <= Closes;

    /// <summary>How a measurement stands on a day.</summary>
    /// <param name="status">What is registered, or null.</param>
    /// <param name="ended">When the course ended, or null.</param>
    /// <param name="reason">Why it ended, or null.</param>
    /// <param name="knownDead">The first day on which the person is known to have been dead (see <see cref="LaterSettings.KnownDead"/>), or null.</param>
    /// <param name="today">The day it is asked on.</param>
    /// <returns>
    /// What is registered stands. Else a course that was broken off before the day it was due asks for no more, and death ends
    /// everything that was not due before it, also a death that is only known from where the person is said to be. Else the window decides.
    /// </returns>
    public PointState State(MeasurementStatus? status, DateOnly? ended, EndReason? reason, DateOnly? knownDead, DateOnly today) => status switch
    {
        MeasurementStatus.Done => PointState.Done,
        not null => PointState.Missing,
        _ when ended < Due && reason is { } why && !why.IsCompleted() => PointState.NoLongerDue,
        _ when knownDead <= Due => PointState.NoLongerDue,
        _ when today < Opens => PointState.NotYetDue,
        _ when today <= Due => PointState.Due,
        _ when today <= Closes => PointState.Overdue,
        _ => PointState.Missing,
    };
}
