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

    private const int EnoughPercent = 60;

    /// <summary>Those the measurement was due for.</summary>
    public int Due => Done + Missing;

    /// <summary>Every course.</summary>
    public int Courses => Due + NotYetDue + NoLongerDue;

    /// <summary>Done of due; null when none is due.</summary>
    public Proportion? Share => Due > 0 ? new Proportion(Done, Due) : null;

    /// <summary>Whether at least 60 % of what is due is done; false when nothing is due.</summary>
    public bool IsEnough => Due > 0 && Done * 5 >= Due * 3;

    /// <summary>
    /// Done of due in whole per cent, half up, as every page and file shows it; null when nothing is due. It never says more than is true of the
    /// limits people act on: not 60 before 60 % are done, not 100 before all are, not 0 when somebody is.
    /// </summary>
    public int? Percent => Due == 0 ? null : Math.Round(100m * Done / Due, MidpointRounding.AwayFromZero) is var percent && !IsEnough && percent >= EnoughPercent ? EnoughPercent - 1
        : Done < Due && percent > 99 ? 99
        : Done > 0 && percent < 1 ? 1
        : (int)percent;

    /// <summary>How many more must be done before figures of the point are shown: enough of what is due, and enough persons for a mean. 0 when both are.</summary>
    public int Needed => Math.Max(0, Math.Max((((Due * 3) + 4) / 5) - Done, Disclosure.DisclosureRule.FewestForMean - Done));

    /// <summary>With another course.</summary>
    public Completeness With(PointState state) => state switch
    {
        PointState.Done => this with { Done = Done + 1 },
        PointState.Missing or PointState.Overdue => this with { Missing = Missing + 1 },
        PointState.NotYetDue or PointState.Due => this with { NotYetDue = NotYetDue + 1 },
        _ => this with { NoLongerDue = NoLongerDue + 1 },
    };
}
