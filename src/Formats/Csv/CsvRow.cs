namespace Mestring.Formats.Csv;

/// <summary>One row of a file: its first line in the file (the header is 1) and one text a column, spaces around removed.</summary>
/// <param name="Line">The line the row starts on.</param>
/// <param name="Fields">As many texts as the header has columns.</param>
public readonly record struct CsvRow(int Line, IReadOnlyList<string> Fields);
