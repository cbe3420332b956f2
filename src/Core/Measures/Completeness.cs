using Mestring.Core.Statistics;

namespace Mestring.Core.Measures;

/// <summary>How mature the figures of a point are: each course is counted once.</summary>
/// <param name="Done">Measured.</param>
/// <param name="Missing">Due and not measured: declined, unable, missed, or the day has passed.</param>
/// <param name="NotYetDue">The day has not come.</param>
/// <param name="NoLongerDue">Broken off, or dead, before it was due.</param>
public readonly record struct Completeness(int Done, int Missing, int NotYetDue, int NoLongerDue)
{
    /// <summary>The part of what is due that must be done before a figure is shown.</summary>
    public const double Enough = 3.0 / 5;

    /// <summary>Those the measurement was due for.</summary>
    public int Due => Done + Missing;

    /// <summary>Every course.</summary>
    public int Courses => Due + NotYetDue + NoLongerDue;

    /// <summary>Done of due; null when none is due.</summary>
    public Proportion? Share => Due > 0 ? new Proportion(Done, Due) : null;

    /// <summary>Whether at least 60 % of what is due is done; false when nothing is due.</summary>
    public bool IsEnough => Due > 0 && Done * 5 >= Due * 3;

    /// <summary>With another course.</summary>
    public Completeness With(PointState state) => state switch
    {
        PointState.Done => this with { Done = Done + 1 },
        PointState.Missing or PointState.Overdue => this with { Missing = Missing + 1 },
        PointState.NotYetDue or PointState.Due => this with { NotYetDue = NotYetDue + 1 },
        _ => this with { NoLongerDue = NoLongerDue + 1 },
    };
}
