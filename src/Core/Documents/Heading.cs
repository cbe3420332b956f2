namespace Mestring.Core.Documents;

/// <summary>A heading below the title.</summary>
public sealed record Heading : Block
{
    /// <summary>A heading.</summary>
    /// <param name="level">1, 2 or 3.</param>
    /// <param name="text">What it says.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is another.</exception>
    public Heading(int level, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 3);
        (Level, Text) = (level, text);
    }

    /// <summary>1, 2 or 3.</summary>
    public int Level { get; }

    /// <summary>What it says.</summary>
    public string Text { get; }
}
