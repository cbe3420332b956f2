namespace Mestring.Core.Charts;

/// <summary>How wide a text may become, in CSS pixels. Errs on the wide side, so that labels neither meet nor are cut off in another font.</summary>
public static class TextWidth
{
    private const double Safety = 1.05;

    /// <summary>The font size of a text, in CSS pixels.</summary>
    public static double Size(Ink ink) => ink is Ink.TextQuiet or Ink.TextTick ? 12 : 13;

    /// <summary>The width of one line of text; 0 for an empty one.</summary>
    public static double Of(string? text, Ink ink)
    {
        var em = 0.0;
        foreach (var letter in text ?? string.Empty)
        {
            em += Em(letter);
        }

        var weight = ink switch { Ink.TextOwn => 1.06, Ink.TextValue or Ink.TextOn => 1.03, _ => 1 };
        return em * Size(ink) * weight * Safety;
    }

    /// <summary>The widest of several texts.</summary>
    public static double Widest(IEnumerable<string?> texts, Ink ink) => texts.Select(t => Of(t, ink)).DefaultIfEmpty(0).Max();

    /// <summary>The text, or its beginning and an ellipsis when it is wider than <paramref name="room"/>.</summary>
    public static string Fit(string text, Ink ink, double room)
    {
        if (Of(text, ink) <= room)
        {
            return text;
        }

        var length = text.Length;
        while (length > 0 && Of($"{text[..length]}…", ink) > room)
        {
            length--;
        }

        return $"{text[..length].TrimEnd()}…";
    }

    // Advance widths of Inter, gathered into classes and rounded up.
    private static double Em(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.29,
        ' ' or ' ' or ' ' => 0.28,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '/' or '·' => 0.4,
        'm' or 'w' or 'M' or 'W' or 'Æ' or 'æ' or '%' or '…' or '→' or '◀' or '▶' => 0.96,
        >= '0' and <= '9' => 0.65,
        >= 'a' and <= 'z' or 'å' or 'ø' or 'é' or '-' or '–' => 0.61,
        >= 'A' and <= 'Z' or 'Ø' or 'Å' => 0.76,
        _ => 0.72,
    };
}
