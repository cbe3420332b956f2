using System.Diagnostics.CodeAnalysis;

namespace Mestring.Core.Measures;

/// <summary>How well a person can do an activity, or how satisfied with it the person is: 1 (not at all) to 10 (extremely).</summary>
/// <remarks>Law et al., Can J Occup Ther 1990;57:82–87. The scale starts at 1: a 0 is a slip or another scale.</remarks>
public readonly record struct CopmRating : IParsable<CopmRating>
{
    /// <summary>The lowest value.</summary>
    public const int Min = 1;

    /// <summary>The highest value.</summary>
    public const int Max = 10;

    private readonly byte _above;

    /// <param name="points">Points on the scale, from <see cref="Min"/> to <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the scale.</exception>
    public CopmRating(int points) => _above = WholePoints.Above(points, Min, Max);

    /// <summary>Points on the scale.</summary>
    public int Points => Min + _above;

    /// <inheritdoc />
    public static CopmRating Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw WholePoints.Refused(s, "a COPM rating", Min, Max);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CopmRating result)
    {
        var valid = WholePoints.TryParse(s, Min, Max, out var value);
        result = valid ? new CopmRating(value) : default;
        return valid;
    }
}
