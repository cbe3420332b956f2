namespace Mestring.Core.Measures;

/// <summary>Why there is no value where one was asked for. A reason is never a zero, and never a gap.</summary>
public static class NotDone
{
    /// <summary>The person did not want to.</summary>
    public const string Declined = "!declined";

    /// <summary>It was not safe, or the person was too ill.</summary>
    public const string NotSafe = "!not-safe";

    /// <summary>There was no time or no equipment.</summary>
    public const string NoTime = "!no-time";

    /// <summary>It was left out for another reason, or nobody said why.</summary>
    public const string Other = "!other";

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<string> Codes { get; } = [Declined, NotSafe, NoTime, Other];

    /// <summary>Whether a text is a reason and no value.</summary>
    public static bool IsReason(string? text) => text is { Length: > 0 } && text[0] == '!';
}
