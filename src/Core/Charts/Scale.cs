namespace Mestring.Core.Charts;

/// <summary>A straight way from values to pixels.</summary>
/// <param name="From">The value at <paramref name="Start"/>.</param>
/// <param name="To">The value at <paramref name="End"/>; another than <paramref name="From"/>.</param>
/// <param name="Start">Pixels at the first value.</param>
/// <param name="End">Pixels at the last value; smaller than <paramref name="Start"/> on an axis that grows upwards.</param>
public readonly record struct Scale(double From, double To, double Start, double End)
{
    /// <summary>The pixel of a value; values outside the axis stop at its end.</summary>
    public double At(double value) => Start + ((End - Start) * Math.Clamp((value - From) / (To - From), 0, 1));

    /// <summary>Whether a value lies on the axis.</summary>
    public bool Holds(double value) => value >= Math.Min(From, To) && value <= Math.Max(From, To);
}
