namespace Mestring.Core.Disclosure;

/// <summary>
/// A figure that may leave a municipality, or the reason why it may not. Only this room makes one with a value, so that what has the
/// type has passed the rule. The default is suppressed.
/// </summary>
/// <typeparam name="T">The figure.</typeparam>
public readonly record struct Released<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly Suppression _reason;

    private Released(T? value, bool isShown, Suppression reason) => (_value, IsShown, _reason) = (value, isShown, reason);

    /// <summary>Whether there is a figure to show.</summary>
    public bool IsShown { get; }

    /// <summary>The figure; null (or the default of a value type) when it is suppressed, so ask <see cref="IsShown"/> first.</summary>
    public T? Value => IsShown ? _value : default;

    /// <summary>Why it is suppressed; null when it is shown.</summary>
    public Suppression? Reason => IsShown ? null : _reason;

    internal static Released<T> Shown(T value) => new(value, isShown: true, default);

    internal static Released<T> Hidden(Suppression reason) => new(default, isShown: false, reason);
}
