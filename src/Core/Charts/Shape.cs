namespace Mestring.Core.Charts;

/// <summary>One thing to draw. Coordinates are CSS pixels from the upper left corner.</summary>
/// <param name="Ink">What it means.</param>
public abstract record Shape(Ink Ink)
{
    /// <summary>Name and value of a mark, shown when a person points at it; null where the shape carries no value.</summary>
    public string? Title { get; init; }
}
