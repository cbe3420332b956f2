using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mestring.Core.Measures;

/// <summary>Timed Up and Go: seconds to rise, walk three metres, turn, walk back and sit; lower is better. A person who cannot has no time.</summary>
/// <remarks>Podsiadlo and Richardson, J Am Geriatr Soc 1991;39:142–148.</remarks>
public readonly record struct TugTime : IParsable<TugTime>
{
    /// <summary>The longest time taken as a measurement, in seconds.</summary>
    public const decimal Max = 300;

    /// <summary>From here a time deserves a second look, in seconds.</summary>
    public const decimal Unusual = 60;

    private readonly decimal _seconds;

    /// <param name="seconds">Above 0, at most <see cref="Max"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is outside the range.</exception>
    public TugTime(decimal seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, Max);
        _seconds = seconds;
    }

    /// <summary>The time in seconds; the default value has none.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public decimal Seconds => _seconds > 0 ? _seconds : throw new InvalidOperationException("No time was taken.");

    /// <inheritdoc />
    public static TugTime Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' is not a Timed Up and Go time: seconds above 0 and at most {Max.ToString(CultureInfo.InvariantCulture)} are wanted.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TugTime result)
    {
        var valid = WrittenNumber.TryRead(s, out var written) & written.Between(0, Max) is > 0 and <= Max;
        result = valid ? new TugTime(written.Value) : default;
        return valid;
    }
}
