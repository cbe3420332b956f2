namespace Mestring.Core.Statistics;

/// <summary>One person measured twice with the same instrument; a value that was not taken is null, never 0.</summary>
/// <param name="Before">The first measurement, in points or units of the instrument.</param>
/// <param name="After">The second measurement.</param>
public readonly record struct Pair(double? Before, double? After)
{
    /// <summary>Decimals a change is rounded to before it is ranked or compared with a threshold.</summary>
    public const int Decimals = 6;

    /// <summary>
    /// After minus before, rounded to <see cref="Decimals"/> decimals so that 5.3 − 3.3 is 2 and not a hair less; null when either is missing.
    /// </summary>
    public double? Change => After - Before is { } change ? Math.Round(change, Decimals) : null;
}
