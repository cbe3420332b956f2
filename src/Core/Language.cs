namespace Mestring.Core;

/// <summary>The three languages of every text: bokmål, nynorsk and English.</summary>
public enum Language
{
    /// <summary>Norwegian bokmål (nb).</summary>
    Nb,

    /// <summary>Norwegian nynorsk (nn).</summary>
    Nn,

    /// <summary>English (en).</summary>
    En,
}
