using System.Diagnostics.CodeAnalysis;

namespace Mestring.Core.Measures;

/// <summary>A person's own health today on a line from 0 (worst imaginable) to 100 (best imaginable).</summary>
/// <remarks>The line alone is not an EQ-5D and may not be called so; EuroQol licenses its use.</remarks>
public readonly record struct EqVas : IParsable<EqVas>
{
    /// <summary>The lowest value.</summary>
    public const int Min = 0;

    /// <summary>The highest value.</summary>
    public const int Max = 100;

    private readonly byte _above;

    /// <param name="points">Points on the line, from <see cref="Min"/> to <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the scale.</exception>
    public EqVas(int points) => _above = WholePoints.Above(points, Min, Max);

    /// <summary>Points on the line.</summary>
    public int Points => Min + _above;

    /// <inheritdoc />
    public static EqVas Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw WholePoints.Refused(s, "a value on the health line", Min, Max);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EqVas result)
    {
        var valid = WholePoints.TryParse(s, Min, Max, out var value);
        result = valid ? new EqVas(value) : default;
        return valid;
    }
}
