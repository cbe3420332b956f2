using System.Diagnostics.CodeAnalysis;

namespace Mestring.Core.Measures;

/// <summary>How satisfied a person is with the service: 1 (very dissatisfied) to 5 (very satisfied).</summary>
/// <remarks>Our own single question; not part of a published instrument.</remarks>
public readonly record struct Satisfaction : IParsable<Satisfaction>
{
    /// <summary>The lowest value.</summary>
    public const int Min = 1;

    /// <summary>The highest value.</summary>
    public const int Max = 5;

    private readonly byte _above;

    /// <param name="points">Points on the scale, from <see cref="Min"/> to <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the scale.</exception>
    public Satisfaction(int points) => _above = WholePoints.Above(points, Min, Max);

    /// <summary>Points on the scale.</summary>
    public int Points => Min + _above;

    /// <inheritdoc />
    public static Satisfaction Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw WholePoints.Refused(s, "a satisfaction rating", Min, Max);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Satisfaction result)
    {
        var valid = WholePoints.TryParse(s, Min, Max, out var value);
        result = valid ? new Satisfaction(value) : default;
        return valid;
    }
}
