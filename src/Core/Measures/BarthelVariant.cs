namespace Mestring.Core.Measures;

/// <summary>Which Barthel index was used; totals of different variants are never mixed.</summary>
public enum BarthelVariant
{
    /// <summary>Items by ones, total 0 to 20.</summary>
    Twenty,

    /// <summary>Items by fives, total 0 to 100.</summary>
    Hundred,
}
