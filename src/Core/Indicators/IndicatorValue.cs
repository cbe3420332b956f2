namespace Mestring.Core.Indicators;

/// <summary>An indicator's value with the counts behind it, or the reason why there is none. The default is missing.</summary>
public readonly record struct IndicatorValue
{
    private IndicatorValue(FigureState state, double? value, double? numerator, double? denominator) =>
        (State, Value, Numerator, Denominator) = (state, value, numerator, denominator);

    /// <summary>Whether there is a value.</summary>
    public FigureState State { get; }

    /// <summary>The value in the indicator's unit; null unless reported.</summary>
    public double? Value { get; }

    /// <summary>The figure above the line, in its own unit; null unless reported.</summary>
    public double? Numerator { get; }

    /// <summary>The figure below the line; null unless reported, and for an indicator without one.</summary>
    public double? Denominator { get; }

    internal static IndicatorValue Of(double value, double numerator, double? denominator) => new(FigureState.Reported, value, numerator, denominator);

    internal static IndicatorValue None(FigureState reason) => new(reason, null, null, null);
}
