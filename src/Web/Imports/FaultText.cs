using Mestring.Formats.Tables;
using Mestring.Web.Design;

namespace Mestring.Web.Imports;

/// <summary>Why a file was refused, in the reader's language: where, what stood there and the cure.</summary>
internal static class FaultText
{
    public static string Of(Texts texts, TableException refusal)
    {
        var place = refusal switch
        {
            { Row: { } row, Column: { } column } when refusal.Sheet is not null || column.All(char.IsAsciiDigit) => texts["imports.place.cell", Letter(column), $"{row}"],
            { Row: { } row, Column: { } column } => texts["imports.place.column", column, $"{row}"],
            { Row: { } row } => texts["imports.place.row", $"{row}"],
            _ => texts["imports.place.file"],
        };
        return texts[$"imports.fault.{refusal.Fault}", refusal.Sheet is { } sheet ? texts["imports.place.sheet", place, sheet] : place];
    }

    private static string Letter(string column) => int.TryParse(column, System.Globalization.CultureInfo.InvariantCulture, out var number) ? TableColumn.Letter(number - 1) : column;
}
