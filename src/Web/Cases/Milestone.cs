using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Cases;

/// <summary>One of the measurements of a course, as it is shown.</summary>
/// <param name="Window">When it counts.</param>
/// <param name="State">How it stands today.</param>
/// <param name="Status">What is registered, or null.</param>
/// <param name="IsBegun">Whether somebody has begun on it and not gone through what everybody is asked; it does not count yet.</param>
/// <param name="Done">How many screens somebody has gone through.</param>
/// <param name="Of">How many there are.</param>
/// <param name="On">The day of the measurement; null when there is none.</param>
public sealed record Milestone(MeasurementWindow Window, PointState State, MeasurementStatus? Status, bool IsBegun, int Done, int Of, DateOnly? On = null)
{
    public MeasurementPoint Point => Window.Point;

    /// <summary>Nothing is registered and the window has closed.</summary>
    public bool IsForgotten => State is PointState.Missing && Status is null;

    public StateKind Kind => State switch
    {
        PointState.Done => StateKind.Done,
        PointState.Due => StateKind.Info,
        PointState.Overdue => StateKind.Warning,
        _ when IsForgotten => StateKind.Danger,
        _ when IsBegun => StateKind.Warning,
        _ => StateKind.Neutral,
    };

    public Glyph Icon => State switch
    {
        _ when IsBegun => Glyph.UnderWay,
        PointState.Done => Glyph.Done,
        PointState.Due => Glyph.Planned,
        PointState.Overdue => Glyph.Clock,
        _ when IsForgotten => Glyph.Alert,
        PointState.NotYetDue => Glyph.Planned,
        _ => Glyph.Stopped,
    };

    /// <summary>How a measurement of a course stands.</summary>
    /// <param name="window">When it counts.</param>
    /// <param name="state">How it stands today.</param>
    /// <param name="row">What is registered, or null.</param>
    /// <param name="programme">What is measured with.</param>
    /// <param name="chosen">The optional instruments the municipality has chosen.</param>
    internal static Milestone At(MeasurementWindow window, PointState state, MeasurementRow? row, Programme programme, IReadOnlyList<string> chosen)
    {
        var (done, of) = row is null ? default : Parts.Progress(programme, chosen, row);
        return new Milestone(window, state, row?.Status, row is { IsBegun: true }, done, of, row?.MeasuredOn);
    }

    public string Words(Texts texts) => (State, Status) switch
    {
        _ when IsBegun => texts["cases.state.begun", Done, Of],
        (PointState.Done, _) when On is { } day && !Window.Contains(day) => texts["cases.state.outside"],
        (PointState.Missing, { } status) => texts[$"cases.state.{status}"],
        _ => texts[$"cases.state.{State}"],
    };
}
