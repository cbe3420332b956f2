namespace Mestring.Core.Measures;

/// <summary>The WHO-5 Well-Being Index: five statements of 0 to 5, times four, 0 (worst) to 100 (best).</summary>
/// <param name="Percent">The index, 0 to 100 by fours.</param>
/// <remarks>Topp et al., Psychother Psychosom 2015;84:167–176.</remarks>
public readonly record struct Who5Score(int Percent)
{
    /// <summary>Statements of the index.</summary>
    public const int Items = 5;

    /// <summary>At this index or below, low mood is likely enough to ask further.</summary>
    public const int Low = 50;

    /// <summary>Whether the index is low.</summary>
    public bool IsLow => Percent <= Low;

    /// <summary>The index of the five statements; null when one is missing.</summary>
    /// <exception cref="ArgumentException">There are not five.</exception>
    public static Who5Score? Of(IReadOnlyList<Who5Item?> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count != Items ? throw new ArgumentException($"{Items} statements are wanted, not {items.Count}.", nameof(items))
            : items.Contains(null) ? null
            : new Who5Score(items.Sum(i => i?.Points ?? 0) * 4);
    }
}
