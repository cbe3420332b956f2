namespace Mestring.Core.Indicators;

/// <summary>Whether a figure was reported, and why not if it was not. Missing is never zero.</summary>
public enum FigureState
{
    /// <summary>Asked for and not reported; shown as <c>..</c> the way Statistics Norway does.</summary>
    Missing,

    /// <summary>The municipality has no such service; shown as <c>.</c>.</summary>
    NotApplicable,

    /// <summary>A number was reported; zero is a real zero.</summary>
    Reported,
}
