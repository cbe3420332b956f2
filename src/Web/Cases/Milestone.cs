using Mestring.Core.Measures;
using Mestring.Web.Design;

namespace Mestring.Web.Cases;

/// <summary>One of the measurements of a course, as it is shown.</summary>
/// <param name="Window">When it counts.</param>
/// <param name="State">How it stands today.</param>
/// <param name="Status">What is registered, or null.</param>
/// <param name="Done">How many screens somebody has gone through.</param>
/// <param name="Of">How many there are.</param>
public sealed record Milestone(MeasurementWindow Window, PointState State, MeasurementStatus? Status, int Done, int Of)
{
    public MeasurementPoint Point => Window.Point;

    /// <summary>Registered, but with screens nobody has gone through.</summary>
    public bool IsBegun => Status is not null && Done < Of;

    /// <summary>Nothing is registered and the window has closed.</summary>
    public bool IsForgotten => State is PointState.Missing && Status is null;

    public StateKind Kind => State switch
    {
        PointState.Done when IsBegun => StateKind.Info,
        PointState.Done => StateKind.Done,
        PointState.Due => StateKind.Info,
        PointState.Overdue => StateKind.Warning,
        _ when IsForgotten => StateKind.Danger,
        _ => StateKind.Neutral,
    };

    public Glyph Icon => State switch
    {
        PointState.Done when IsBegun => Glyph.UnderWay,
        PointState.Done => Glyph.Done,
        PointState.Due => Glyph.Planned,
        PointState.Overdue => Glyph.Clock,
        _ when IsForgotten => Glyph.Alert,
        PointState.NotYetDue => Glyph.Planned,
        _ => Glyph.Stopped,
    };

    public string Words(Texts texts) => (State, Status) switch
    {
        (PointState.Done, _) when IsBegun => texts["cases.state.begun", Done, Of],
        (PointState.Missing, { } status) => texts[$"cases.state.{status}"],
        _ => texts[$"cases.state.{State}"],
    };
}
