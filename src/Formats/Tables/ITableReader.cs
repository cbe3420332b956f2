namespace Mestring.Formats.Tables;

/// <summary>Rows of a file, forward only and in bounded memory, whatever the format is.</summary>
public interface ITableReader : IDisposable
{
    /// <summary>The name of the sheet; null for a text file.</summary>
    string? Sheet { get; }

    /// <summary>The next row that is not blank, or null at the end.</summary>
    /// <exception cref="TableException">The file cannot be read on.</exception>
    TableRow? Read();
}
