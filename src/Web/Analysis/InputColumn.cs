using System.Globalization;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis;

/// <summary>One column of the file: reads a row's value, or refuses it with row, column, value and cure.</summary>
internal sealed class InputColumn(CsvTable table, string name)
{
    private readonly int _index = table.Column(name);

    public string Name => name;

    public string Text(CsvRow row) => row.Fields[_index];

    /// <summary>A finite number, or null for an empty field.</summary>
    public double? Number(CsvRow row) => Text(row) is { Length: > 0 } text
        ? CsvNumber.TryParse(text, table.Separator, out double value) ? value : throw Refuse(row, "is not a number.", CsvNumber.Cure(text, table.Separator))
        : null;

    /// <summary>As <see cref="Number"/>, exactly as written where decimal can hold it.</summary>
    public decimal? Exact(CsvRow row) => Number(row) is null ? null : CsvNumber.TryParse(Text(row), table.Separator, out decimal value) ? value : null;

    /// <summary>A number that must be there and at least <paramref name="least"/>.</summary>
    public double Required(CsvRow row, double least = double.NegativeInfinity)
    {
        var value = Number(row) ?? throw Refuse(row, "is missing.", "Every row needs a number here.");
        return value >= least ? value : throw Refuse(row, $"is below {least.ToString(CultureInfo.InvariantCulture)}.", "Correct the number.");
    }

    /// <summary>A number that must be there and above 0.</summary>
    public double Positive(CsvRow row, string cure) => Required(row) is > 0 and var value ? value : throw Refuse(row, "is not above 0.", cure);

    /// <summary>A whole number of at least 0, also written 1e+06; null for an empty field.</summary>
    public long? WholeOrMissing(CsvRow row) => Number(row) switch
    {
        null => null,
        >= 0 and <= 9e15 and var value when Math.Floor(value) == value => (long)value,
        _ => throw Refuse(row, "is not a count.", "Write a whole number of at least 0."),
    };

    /// <summary>A whole number of at least 0 that must be there.</summary>
    public long Whole(CsvRow row) => WholeOrMissing(row) ?? throw Refuse(row, "is missing.", "Every row needs a count here.");

    /// <summary>A whole number within a scale, or null for an empty field.</summary>
    public int? Level(CsvRow row, int least, int most, int step = 1) => Number(row) switch
    {
        null => null,
        var value when value >= least && value <= most && value.Value % step == 0 => (int)value.Value,
        _ => throw Refuse(
            row,
            "is outside the scale.",
            $"Write a whole number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}, or leave the field empty when it was not rated."),
    };

    public TableException Refuse(CsvRow row, string problem, string cure) => new(row.Line, name, $"{TableException.Quote(Text(row))} {problem}", cure);
}
