using System.Globalization;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Makes of the type, the style and the text of a cell what it is.</summary>
internal sealed class CellReader(SharedTexts texts, NumberFormats formats, bool from1904, TableLimits limits)
{
    private const int SecondsOfDay = 86_400;

    internal TableLimits Limits => limits;

    /// <summary>The cell; null where the text does not go with the type.</summary>
    internal TableCell? Read(string? type, string? style, string text) => type switch
    {
        null or "n" => Number(style, text.Trim()),
        "s" => text.Length == 0 ? default(TableCell) : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) && texts[index] is { } shared ? Text(shared) : null,
        "str" or "inlineStr" => Text(RichText.Decode(text)),
        "b" => text switch
        {
            "1" or "true" => new TableCell(CellKind.Boolean, "true"),
            "0" or "false" => new TableCell(CellKind.Boolean, "false"),
            "" => default(TableCell),
            _ => null,
        },
        "e" => new TableCell(CellKind.Error, text.Trim()),
        "d" => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment) ? ExcelDay.Cell(moment) : null,
        _ => null,
    };

    internal static TableCell Text(string text) => new(CellKind.Text, text.Trim());

    private TableCell? Number(string? style, string text)
    {
        if (text.Length == 0)
        {
            return default(TableCell);
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return null;
        }

        var format = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? formats[index] : default;
        return format.As switch
        {
            ShownAs.Day or ShownAs.Clock => ExcelDay.Cell(value, from1904, format.As is ShownAs.Clock),
            ShownAs.Elapsed => new TableCell(CellKind.Duration, Shortest(Math.Round(value * SecondsOfDay, 3))),
            ShownAs.Percent => new TableCell(CellKind.Percent, Shortest(value * 100)),
            _ when format.Shown(value) is { } shown => new TableCell(shown.All(char.IsAsciiDigit) ? CellKind.Number : CellKind.Text, shown),
            _ => new TableCell(CellKind.Number, Shortest(value)),
        };
    }

    /// <summary>The number with the fifteen digits Excel shows, without what binary fractions add.</summary>
    private static string Shortest(double value)
    {
        var shown = value.ToString("G15", CultureInfo.InvariantCulture);
        return shown.Contains('E', StringComparison.Ordinal) && decimal.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
            ? plain.ToString(CultureInfo.InvariantCulture)
            : shown;
    }
}
