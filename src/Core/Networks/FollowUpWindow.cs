using Mestring.Core.Measures;

namespace Mestring.Core.Networks;

/// <summary>When a measurement counts for a measurement point, counted from the start of the course, both ends included.</summary>
/// <param name="Point">The measurement point.</param>
/// <param name="Unit">Days, weeks or months.</param>
/// <param name="Target">When it is due.</param>
/// <param name="From">The earliest it counts; may be negative for a measurement before the start.</param>
/// <param name="To">The latest it counts.</param>
public sealed record FollowUpWindow(MeasurementPoint Point, WindowUnit Unit, int Target, int From, int To)
{
    /// <summary>The day it is due.</summary>
    public DateOnly Due(DateOnly start) => Add(start, Target);

    /// <summary>The first day it counts.</summary>
    public DateOnly Opens(DateOnly start) => Add(start, From);

    /// <summary>The last day it counts.</summary>
    public DateOnly Closes(DateOnly start) => Add(start, To);

    /// <summary>Whether a measurement on this day counts.</summary>
    public bool Contains(DateOnly start, DateOnly day) => Opens(start) <= day && day <= Closes(start);

    /// <summary>The window in a course that started on this day.</summary>
    public MeasurementWindow In(DateOnly start) => new(Point, Opens(start), Due(start), Closes(start));

    private DateOnly Add(DateOnly start, int count) => Unit switch
    {
        WindowUnit.Days => start.AddDays(count),
        WindowUnit.Weeks => start.AddDays(7 * count),
        _ => start.AddMonths(count),
    };
}
