namespace Mestring.Core.Charts;

/// <summary>Which point of a text its coordinate names.</summary>
public enum Anchor
{
    /// <summary>The left end.</summary>
    Start,

    /// <summary>The middle.</summary>
    Middle,

    /// <summary>The right end.</summary>
    End,
}
