namespace Mestring.Core.Measures;

/// <summary>A total of the Barthel index in one variant: how much a person does without help, higher is more.</summary>
/// <param name="Variant">The variant the points belong to.</param>
/// <param name="Points">0 to 20 by ones, or 0 to 100 by fives.</param>
/// <remarks>Mahoney and Barthel, Md State Med J 1965;14:61–65 (0–100); Collin et al., Int Disabil Stud 1988;10:61–63 (0–20).</remarks>
public readonly record struct BarthelScore(BarthelVariant Variant, int Points)
{
    private const int Five = 5;

    /// <summary>The highest points of an item in the 0–20 version: 1, 2 or 3.</summary>
    public static int Highest(BarthelItem item) => item switch
    {
        BarthelItem.Grooming or BarthelItem.Bathing => 1,
        BarthelItem.Transfer or BarthelItem.Mobility => 3,
        _ => 2,
    };

    /// <summary>The total of the ten items; null when one is missing, since a missing item is not 0.</summary>
    /// <param name="variant">The variant the items are rated in.</param>
    /// <param name="items">Ten ratings in the order of <see cref="BarthelItem"/>; null is not rated.</param>
    /// <exception cref="ArgumentException">There are not ten items, or one is not a level of its item.</exception>
    public static BarthelScore? Of(BarthelVariant variant, IReadOnlyList<int?> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var step = variant is BarthelVariant.Hundred ? Five : 1;
        var all = Enum.GetValues<BarthelItem>();
        if (items.Count != all.Length)
        {
            throw new ArgumentException($"{all.Length} items are wanted, not {items.Count}.", nameof(items));
        }

        foreach (var item in all)
        {
            if (items[(int)item] is { } points && (points < 0 || points > Highest(item) * step || points % step != 0))
            {
                throw new ArgumentException($"{item} is 0 to {Highest(item) * step} by {step}s, not {points}.", nameof(items));
            }
        }

        return items.Contains(null) ? null : new BarthelScore(variant, items.Sum(i => i ?? 0));
    }

    /// <summary>The same answers in another variant: one point of twenty is five of a hundred.</summary>
    public BarthelScore In(BarthelVariant variant) => (Variant, variant) switch
    {
        (BarthelVariant.Twenty, BarthelVariant.Hundred) => new BarthelScore(variant, Points * Five),
        (BarthelVariant.Hundred, BarthelVariant.Twenty) => new BarthelScore(variant, Points / Five),
        _ => this,
    };
}
