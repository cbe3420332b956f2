namespace Mestring.Formats.Excel;

/// <summary>What each cell style makes of a number.</summary>
/// <remarks>ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (codes).</remarks>
internal sealed class NumberFormats
{
    private const int MostStyles = 100_000;
    private readonly List<NumberFormat> _styles = [];

    internal NumberFormat this[int style] => style >= 0 && style < _styles.Count ? _styles[style] : default;

    internal static NumberFormats Read(PartXml? part)
    {
        var formats = new NumberFormats();
        var codes = new Dictionary<int, NumberFormat>();
        var inCells = false;
        while (part is not null && part.Read())
        {
            if (part.Starts("numFmt") && Number(part.Attribute("numFmtId")) is { } id)
            {
                codes[id] = NumberFormat.Of(part.Attribute("formatCode") ?? string.Empty);
            }
            else if (part.Starts("cellXfs"))
            {
                inCells = !part.IsEmpty;
            }
            else if (part.Ends("cellXfs"))
            {
                break;
            }
            else if (inCells && part.Starts("xf"))
            {
                var format = Number(part.Attribute("numFmtId")) ?? 0;
                formats._styles.Add(codes.TryGetValue(format, out var known) ? known : new NumberFormat(BuiltIn(format), null));
                if (formats._styles.Count + codes.Count > MostStyles)
                {
                    throw CentralDirectory.Damaged();
                }
            }
        }

        return formats;
    }

    private static ShownAs BuiltIn(int id) => id switch
    {
        9 or 10 => ShownAs.Percent,
        (>= 18 and <= 21) or 32 or 33 or 55 or 56 => ShownAs.Clock,
        (>= 45 and <= 47) => ShownAs.Elapsed,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => ShownAs.Day,
        _ => ShownAs.Number,
    };

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
