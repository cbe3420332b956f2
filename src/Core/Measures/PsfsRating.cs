using System.Diagnostics.CodeAnalysis;

namespace Mestring.Core.Measures;

/// <summary>Patient-Specific Functional Scale: how well a person can do an activity of their own choice, 0 (unable) to 10 (as before).</summary>
/// <remarks>Stratford et al., Physiother Can 1995;47:258–263. Never pooled with COPM, which starts at 1.</remarks>
public readonly record struct PsfsRating : IParsable<PsfsRating>
{
    /// <summary>The lowest value.</summary>
    public const int Min = 0;

    /// <summary>The highest value.</summary>
    public const int Max = 10;

    private readonly byte _above;

    /// <param name="points">Points on the scale, from <see cref="Min"/> to <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the scale.</exception>
    public PsfsRating(int points) => _above = WholePoints.Above(points, Min, Max);

    /// <summary>Points on the scale.</summary>
    public int Points => Min + _above;

    /// <inheritdoc />
    public static PsfsRating Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw WholePoints.Refused(s, "a PSFS rating", Min, Max);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PsfsRating result)
    {
        var valid = WholePoints.TryParse(s, Min, Max, out var value);
        result = valid ? new PsfsRating(value) : default;
        return valid;
    }
}
