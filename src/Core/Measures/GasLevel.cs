using System.Diagnostics.CodeAnalysis;

namespace Mestring.Core.Measures;

/// <summary>How far a goal was attained: −2 (much less than expected) through 0 (as expected) to +2 (much more).</summary>
/// <remarks>Kiresuk and Sherman, Community Ment Health J 1968;4:443–453.</remarks>
public readonly record struct GasLevel : IParsable<GasLevel>
{
    /// <summary>The lowest value.</summary>
    public const int Min = -2;

    /// <summary>The highest value.</summary>
    public const int Max = 2;

    /// <param name="level">Level against what was expected, from <see cref="Min"/> to <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the scale.</exception>
    public GasLevel(int level) => Level = WholePoints.Above(level, Min, Max) + Min;

    /// <summary>Level against what was expected.</summary>
    public int Level { get; }

    /// <inheritdoc />
    public static GasLevel Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw WholePoints.Refused(s, "a goal attainment level", Min, Max);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GasLevel result)
    {
        var valid = WholePoints.TryParse(s, Min, Max, out var value);
        result = valid ? new GasLevel(value) : default;
        return valid;
    }
}
