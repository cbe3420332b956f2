using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Statistics;

namespace Mestring.Web.Comparison;

/// <summary>
/// The changes of every outcome and the state of every point in one municipality, counted in one pass: going through 20 000 courses once
/// is what takes time, for they lie all over the memory.
/// </summary>
internal sealed class Counted
{
    private static readonly Outcome[] Outcomes = Enum.GetValues<Outcome>();
    private static readonly int Points = Enum.GetValues<MeasurementPoint>().Length;
    private readonly ChangeTally[] _changes = [.. Enumerable.Range(0, Outcomes.Length * Points).Select(_ => new ChangeTally())];
    private readonly Completeness[] _states = new Completeness[Points];

    /// <summary>The change of an outcome since the start.</summary>
    public ChangeTally Of(Outcome outcome, MeasurementPoint point) => _changes[Cell(outcome, point)];

    /// <summary>How the courses stand at a point.</summary>
    public Completeness At(MeasurementPoint point) => _states[(int)point];

    public static Counted Of(IReadOnlyList<CaseOutcome> cases, IReadOnlyList<FollowUpWindow> windows, DateOnly today)
    {
        var counted = new Counted();
        FollowUpWindow[] followUps = [.. windows.Where(w => w.Point is not MeasurementPoint.Start)];
        for (var i = 0; i < cases.Count; i++)
        {
            foreach (var window in followUps)
            {
                counted.Add(cases[i], window, today);
            }
        }

        return counted;
    }

    private static int Cell(Outcome outcome, MeasurementPoint point) => ((int)outcome * Points) + (int)point;

    private static long Units(double value) => (long)Math.Round(value * ChangeTally.MeasurementUnits);

    /// <summary>Counts the pairs; who misses one of the two is not asked for, and most have nothing at the later points.</summary>
    private void Add(CaseOutcome course, FollowUpWindow window, DateOnly today)
    {
        var days = window.In(course.StartedOn);
        _states[(int)window.Point] = _states[(int)window.Point].With(course.State(days, today));
        if (course.At(window.Point) is null)
        {
            return;
        }

        foreach (var outcome in Outcomes)
        {
            if (course.Between(outcome, MeasurementPoint.Start, window.Point) is { Before: { } first, After: { } second } && (outcome is not Outcome.HeadlineHours || FreedHours.LeftBy(course, days) is null))
            {
                _changes[Cell(outcome, window.Point)].Add(Units(first), Units(second));
            }
        }
    }
}
