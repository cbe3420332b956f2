using CsvHelper;

namespace Mestring.Formats.Ssb;

/// <summary>The lines of a CSV text one at a time, with the number each stands on.</summary>
internal static class CsvLines
{
    /// <param name="text">Read from where it is to its end.</param>
    /// <param name="separator">Between cells.</param>
    /// <param name="before">Lines that were read from the text before this.</param>
    public static IEnumerable<(string[] Cells, long Line)> Read(TextReader text, char separator, int before)
    {
        var options = new CsvReaderOptions { Separator = separator, HasHeader = false, TrackLineNumbers = true };
        using var reader = CsvReader.Create(text, options, leaveOpen: true);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            yield return (cells, before + reader.LineNumber);
        }
    }
}
