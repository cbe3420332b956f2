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

        var weight = ink switch { Ink.TextOwn => 1.03, Ink.TextValue or Ink.TextOn => 1.02, _ => 1 };
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

    // Advance widths of Inter Regular, gathered into classes; figures as the tabular ones.
    private static double Em(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' => 0.27,
        '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '·' => 0.31,
        ' ' or '\u00a0' or '\u202f' => 0.28,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '/' => 0.38,
        '-' or '–' => 0.5,
        'm' or 'w' or 'M' or 'æ' or '…' => 0.92,
        'W' or 'Æ' or '%' or '→' or '◀' or '▶' => 1,
        >= '0' and <= '9' => 0.64,
        'a' or 'c' or 'e' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' or 'å' or 'é' => 0.58,
        >= 'a' and <= 'z' or 'ø' => 0.61,
        'E' or 'F' or 'J' or 'L' => 0.6,
        >= 'A' and <= 'Z' or 'Ø' or 'Å' => 0.74,
        _ => 0.72,
    };
}
