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

    private void Add(CaseOutcome course, FollowUpWindow window, DateOnly today)
    {
        var days = window.In(course.StartedOn);
        var hasLeft = FreedHours.LeftBy(course, days) is not null;
        _states[(int)window.Point] = _states[(int)window.Point].With(course.State(days, today));
        foreach (var outcome in Outcomes)
        {
            var (before, after) = course.Between(outcome, MeasurementPoint.Start, window.Point);
            var tally = _changes[Cell(outcome, window.Point)];
            if (outcome is Outcome.HeadlineHours && hasLeft)
            {
                tally.AddIncomplete(before is not null, after: false);
            }
            else if (before is { } first && after is { } second)
            {
                tally.Add(Units(first), Units(second));
            }
            else
            {
                tally.AddIncomplete(before is not null, after is not null);
            }
        }
    }
}
