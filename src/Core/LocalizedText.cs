namespace Mestring.Core;

/// <summary>One text in all three languages; none of them may be missing.</summary>
/// <param name="Nb">Bokmål.</param>
/// <param name="Nn">Nynorsk.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Nb, string Nn, string En)
{
    /// <summary>The text in one language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The language is none of the three.</exception>
    public string this[Language language] => language switch
    {
        Language.Nb => Nb,
        Language.Nn => Nn,
        Language.En => En,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "The languages are nb, nn and en."),
    };

    /// <summary>The same words in every language, for a name that is not translated.</summary>
    public static LocalizedText Same(string text) => new(text, text, text);
}
