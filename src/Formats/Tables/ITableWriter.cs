namespace Mestring.Formats.Tables;

/// <summary>Writes rows cell by cell, forward only and in constant memory, whatever the format is.</summary>
/// <remarks>Begin, then for each row its cells from the first column on and <see cref="EndRow"/>; dispose to finish the file.</remarks>
public interface ITableWriter : IDisposable
{
    /// <summary>Begins a sheet and writes its header; a text file has one only.</summary>
    void Begin(string sheet, IReadOnlyList<TableColumn> columns);

    /// <summary>A text, which no program will take for a formula; null or empty is a blank.</summary>
    void Text(string? value);

    /// <summary>A number; null is a blank.</summary>
    void Number(decimal? value);

    /// <summary>A day; null is a blank.</summary>
    void Day(DateOnly? value);

    /// <summary>Ends the row; cells that were not written are blank.</summary>
    void EndRow();
}
