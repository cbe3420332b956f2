namespace Mestring.Core.Charts;

/// <summary>One line of text; Y is its base line.</summary>
public sealed record TextShape(double X, double Y, string Text, Anchor Anchor, Ink Ink) : Shape(Ink)
{
    /// <summary>Whether the paper shows around the letters, so that lines behind do not disturb.</summary>
    public bool Halo { get; init; }
}
