namespace Mestring.Formats.Excel;

/// <summary>Which cell styles show a number as a date or a time of day.</summary>
/// <remarks>ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (codes).</remarks>
internal sealed class NumberFormats
{
    private const int MostStyles = 100_000;
    private readonly List<bool> _dates = [];

    internal bool IsDate(int style) => style >= 0 && style < _dates.Count && _dates[style];

    internal static NumberFormats Read(PartXml? part)
    {
        var formats = new NumberFormats();
        var codes = new Dictionary<int, bool>();
        var inCells = false;
        while (part is not null && part.Read())
        {
            if (part.Starts("numFmt") && Number(part.Attribute("numFmtId")) is { } id)
            {
                codes[id] = IsDateCode(part.Attribute("formatCode") ?? string.Empty);
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
                formats._dates.Add(codes.TryGetValue(format, out var date) ? date : IsBuiltInDate(format));
                if (formats._dates.Count + codes.Count > MostStyles)
                {
                    throw CentralDirectory.Damaged();
                }
            }
        }

        return formats;
    }

    /// <summary>Whether a format code shows days or clock times; hours that count beyond a day, [h], are an amount.</summary>
    internal static bool IsDateCode(string code)
    {
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is var quote and > 0 ? quote : code.Length;
                    break;
                case '[':
                    var end = code.IndexOf(']', i);
                    if (end < 0 || code.AsSpan(i + 1, end - i - 1).Trim("hmsHMS").IsEmpty)
                    {
                        return false;
                    }

                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        }

        return false;
    }

    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58);

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
