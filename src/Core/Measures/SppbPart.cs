using System.Diagnostics.CodeAnalysis;

namespace Mestring.Core.Measures;

/// <summary>Points of one task of the Short Physical Performance Battery: 0 (unable) to 4 (best).</summary>
/// <remarks>Guralnik et al., J Gerontol 1994;49:M85–94.</remarks>
public readonly record struct SppbPart : IParsable<SppbPart>
{
    /// <summary>The lowest value.</summary>
    public const int Min = 0;

    /// <summary>The highest value.</summary>
    public const int Max = 4;

    private readonly byte _above;

    /// <param name="points">Points on the task, from <see cref="Min"/> to <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the scale.</exception>
    public SppbPart(int points) => _above = WholePoints.Above(points, Min, Max);

    /// <summary>Points on the task.</summary>
    public int Points => Min + _above;

    /// <inheritdoc />
    public static SppbPart Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw WholePoints.Refused(s, "points of an SPPB task", Min, Max);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SppbPart result)
    {
        var valid = WholePoints.TryParse(s, Min, Max, out var value);
        result = valid ? new SppbPart(value) : default;
        return valid;
    }
}
