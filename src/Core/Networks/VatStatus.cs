namespace Mestring.Core.Networks;

/// <summary>Whether value added tax is in an amount.</summary>
public enum VatStatus
{
    /// <summary>The invitation does not say.</summary>
    NotStated,

    /// <summary>VAT comes on top.</summary>
    Excluded,

    /// <summary>VAT is in the amount.</summary>
    Included,
}
