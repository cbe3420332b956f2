namespace Mestring.Core.Indicators;

/// <summary>A measure of a service: one figure, or one figure divided by another, in a unit, in a version that never changes meaning.</summary>
public sealed record IndicatorDefinition
{
    /// <summary>Stable key, such as <c>coverage</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up when the meaning changes; values are kept with the version that made them.</summary>
    public required int Version { get; init; }

    /// <summary>The short name.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>What it says, what is counted and what is not.</summary>
    public required LocalizedText Definition { get; init; }

    /// <summary>Id of the figure above the line.</summary>
    public required string Numerator { get; init; }

    /// <summary>Id of the figure below the line; null when the numerator is shown as it is.</summary>
    public string? Denominator { get; init; }

    /// <summary>What the quotient is multiplied with: 1, 100 for per cent, 1000 for per thousand; above 0.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>The unit a person reads.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>Which way is better, if any.</summary>
    public Direction Direction { get; init; }

    /// <summary>Decimals shown.</summary>
    public int Decimals { get; init; }

    /// <summary>A value under this needs a look; null when there is no such limit.</summary>
    public double? Min { get; init; }

    /// <summary>A value over this needs a look; null when there is no such limit.</summary>
    public double? Max { get; init; }

    /// <summary>Id of the figure that counts the service users the value is about; null when it is about none. Disclosure control reads it.</summary>
    public string? Persons { get; init; }

    /// <summary>The value from a municipality's figures; a figure that is not in the table is missing.</summary>
    /// <returns>
    /// Not applicable when a figure is, or when both figures are zero; missing when a figure is missing, or when something is divided by zero.
    /// </returns>
    public IndicatorValue Compute(IReadOnlyDictionary<string, Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var top = figures.GetValueOrDefault(Numerator);
        if (Denominator is null)
        {
            return top.Number is { } number ? IndicatorValue.Of(number * Factor, number, null) : IndicatorValue.None(top.State);
        }

        var bottom = figures.GetValueOrDefault(Denominator);
        return (top.Number, bottom.Number) switch
        {
            _ when top.State is FigureState.NotApplicable || bottom.State is FigureState.NotApplicable => IndicatorValue.None(FigureState.NotApplicable),
            (0, 0) => IndicatorValue.None(FigureState.NotApplicable),
            ({ } above, { } below) when below is not 0 => IndicatorValue.Of(above / below * Factor, above, below),
            _ => IndicatorValue.None(FigureState.Missing),
        };
    }

    /// <summary>Whether a value lies outside <see cref="Min"/>–<see cref="Max"/> and should be looked at before it is used.</summary>
    public bool NeedsALook(double value) => value < Min || value > Max;
}
