namespace Mestring.Core.Indicators;

/// <summary>One figure as a municipality reported it: a number, missing, or not applicable. The default is missing.</summary>
public readonly record struct Figure
{
    private readonly double _number;

    private Figure(FigureState state, double number) => (State, _number) = (state, number);

    /// <summary>Asked for and not reported.</summary>
    public static Figure Missing => default;

    /// <summary>The municipality has no such service.</summary>
    public static Figure NotApplicable => new(FigureState.NotApplicable, 0);

    /// <summary>Whether there is a number.</summary>
    public FigureState State { get; }

    /// <summary>The number in the figure's own unit; null unless reported.</summary>
    public double? Number => State is FigureState.Reported ? _number : null;

    /// <summary>A reported number; finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static Figure Of(double number) => double.IsFinite(number)
        ? new Figure(FigureState.Reported, number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "A reported figure is a finite number.");

    /// <summary>
    /// Whether this number is about a thousand times larger or smaller than <paramref name="before"/>, as when kroner are written where
    /// thousands of kroner were meant; false when either has no number or is zero.
    /// </summary>
    /// <param name="before">The same figure the year before.</param>
    public bool IsThousandsOff(Figure before) =>
        Number is { } now && before.Number is { } then && now * then > 0 && Math.Abs(Math.Abs(Math.Log10(now / then)) - 3) <= 0.5;
}
