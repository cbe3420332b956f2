namespace Mestring.Formats.Csv;

/// <summary>A file that cannot be read: where, what stood there and what would cure it.</summary>
public sealed class CsvException : Exception
{
    private readonly string _problem = string.Empty;
    private readonly string _cure = string.Empty;

    /// <summary>A refusal without a place, for the serialisation conventions of exceptions.</summary>
    public CsvException()
        : this("The file cannot be read.")
    {
    }

    /// <summary>A refusal of the file as a whole.</summary>
    public CsvException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal of the file as a whole, for a reason underneath.</summary>
    public CsvException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="row">The line in the file, the header being 1.</param>
    /// <param name="column">The name of the column, or its number where it has no name; null for the whole line.</param>
    /// <param name="problem">What stood there and what is wrong with it.</param>
    /// <param name="cure">What to do.</param>
    public CsvException(int row, string? column, string problem, string cure)
        : base($"row {row.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(column is null ? string.Empty : $", column {column}")}: {problem} {cure}")
    {
        (Row, Column, _problem, _cure) = (row, column, problem, cure);
    }

    /// <summary>The line in the file, the header being 1; null when the whole file is meant.</summary>
    public int? Row { get; }

    /// <summary>The name or number of the column; null when the whole line is meant.</summary>
    public string? Column { get; }

    /// <summary>The same refusal so many lines further down, for a reader that began in the middle of the file.</summary>
    public CsvException Below(int lines) => new((Row ?? 1) + lines, Column, _problem, _cure);

    /// <summary>The value as a message may show it: short, in quotes.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length <= 40 ? $"'{value}'" : $"'{value.AsSpan(0, 40)}…' ({value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)} characters)";
    }
}
