using System.Diagnostics.CodeAnalysis;

namespace Mestring.Core.Measures;

/// <summary>One statement of the WHO-5 Well-Being Index: 0 (at no time) to 5 (all of the time).</summary>
/// <remarks>Topp et al., Psychother Psychosom 2015;84:167–176.</remarks>
public readonly record struct Who5Item : IParsable<Who5Item>
{
    /// <summary>The lowest value.</summary>
    public const int Min = 0;

    /// <summary>The highest value.</summary>
    public const int Max = 5;

    private readonly byte _above;

    /// <param name="points">Points on the statement, from <see cref="Min"/> to <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the scale.</exception>
    public Who5Item(int points) => _above = WholePoints.Above(points, Min, Max);

    /// <summary>Points on the statement.</summary>
    public int Points => Min + _above;

    /// <inheritdoc />
    public static Who5Item Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw WholePoints.Refused(s, "a WHO-5 rating", Min, Max);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Who5Item result)
    {
        var valid = WholePoints.TryParse(s, Min, Max, out var value);
        result = valid ? new Who5Item(value) : default;
        return valid;
    }
}
