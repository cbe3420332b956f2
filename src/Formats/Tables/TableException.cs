using System.Globalization;
using System.Text;

namespace Mestring.Formats.Tables;

/// <summary>A file that cannot be read as a table: where, what stood there and what would cure it.</summary>
public sealed class TableException : Exception
{
    private readonly string _problem = string.Empty;
    private readonly string _cure = string.Empty;

    /// <summary>A refusal without a place, for the serialisation conventions of exceptions.</summary>
    public TableException()
        : this("The file cannot be read.")
    {
    }

    /// <summary>A refusal of the file as a whole.</summary>
    public TableException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal of the file as a whole, for a reason underneath.</summary>
    public TableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="row">The line in the file, the header being 1.</param>
    /// <param name="column">The name of the column, or its number where it has no name; null for the whole line.</param>
    /// <param name="problem">What stood there and what is wrong with it.</param>
    /// <param name="cure">What to do.</param>
    public TableException(int row, string? column, string problem, string cure)
        : this(TableFault.Content, row, column, problem, cure)
    {
    }

    /// <param name="fault">Why, for a caller that says it in its own words.</param>
    /// <param name="row">The row as the file or the sheet counts, from 1; null when the whole file is meant.</param>
    /// <param name="column">The name, letter or number of the column; null for the whole row.</param>
    /// <param name="problem">What stood there and what is wrong with it.</param>
    /// <param name="cure">What to do.</param>
    /// <param name="sheet">The sheet of the workbook; null for a text file.</param>
    public TableException(TableFault fault, int? row, string? column, string problem, string cure, string? sheet = null)
        : base(Place(sheet, row, column) + $"{problem} {cure}")
    {
        (Fault, Sheet, Row, Column, _problem, _cure) = (fault, sheet, row, column, problem, cure);
    }

    /// <summary>What stood there and what is wrong with it.</summary>
    public string Problem => _problem.Length > 0 ? _problem : Message;

    /// <summary>What to do.</summary>
    public string Cure => _cure;

    /// <summary>Why the file was refused.</summary>
    public TableFault Fault { get; }

    /// <summary>The sheet of the workbook; null for a text file or a whole workbook.</summary>
    public string? Sheet { get; }

    /// <summary>The line in the file, the first being 1; null when the whole file is meant.</summary>
    public int? Row { get; }

    /// <summary>The name, letter or number of the column; null when the whole line is meant.</summary>
    public string? Column { get; }

    /// <summary>The same refusal so many lines further down, for a reader that began in the middle of the file.</summary>
    public TableException Below(int lines) => new(Fault, (Row ?? 1) + lines, Column, _problem, _cure, Sheet);

    /// <summary>The value as a message may show it: short, in quotes.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length <= 40 ? $"'{value}'" : $"'{value.AsSpan(0, 40)}…' ({value.Length.ToString(CultureInfo.InvariantCulture)} characters)";
    }

    private static string Place(string? sheet, int? row, string? column)
    {
        var place = new StringBuilder();
        if (sheet is not null)
        {
            place.Append("sheet ").Append(Quote(sheet));
        }

        if (row is { } number)
        {
            place.Append(place.Length > 0 ? ", row " : "row ").Append(number.ToString(CultureInfo.InvariantCulture));
        }

        if (column is not null)
        {
            place.Append(place.Length > 0 ? ", column " : "column ").Append(column);
        }

        return place.Length > 0 ? place.Append(": ").ToString() : string.Empty;
    }
}
